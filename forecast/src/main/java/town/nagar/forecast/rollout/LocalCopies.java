package town.nagar.forecast.rollout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.contracts.json.ContractJson;
import town.nagar.forecast.artifact.BadModelException;
import town.nagar.forecast.artifact.ModelFolder;
import town.nagar.forecast.artifact.ModelZip;
import town.nagar.forecast.artifact.SavedModel;

/**
 * Models in folders {@code NAME/HASH}, by the hash of the file they came in, and in {@code
 * NAME/lineup.json} which of them forecast: what a service speaks from when no server answers.
 */
final class LocalCopies {
    private static final Logger LOG = LoggerFactory.getLogger(LocalCopies.class);
    private static final int ALL_LEVELS = 2;

    private final Path folder;

    LocalCopies(Path folder) {
        this.folder = folder;
    }

    /**
     * Who stood where.
     *
     * @param hash of the version's file
     */
    record Stood(String stage, String version, String hash) {}

    /** All of a name, and the share of calls that its canary answered. */
    record Standings(double canaryShare, List<Stood> versions) {
        static final Standings NONE = new Standings(0, List.of());

        Standings {
            versions = List.copyOf(versions);
        }
    }

    private Path file(String name) {
        return folder.resolve(name).resolve("lineup.json");
    }

    /** Who stood where when that was last known; empty if it never was or cannot be read. */
    Optional<Standings> find(String name) {
        try {
            byte[] json = Files.readAllBytes(file(name));
            return Optional.of(ContractJson.read(json, Standings.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("local lineup unusable name={} cause={}", name, e.toString());
            return Optional.empty();
        }
    }

    /** Keeps who stands where, and removes the copies of all others. */
    void keep(String name, Standings standings) throws IOException {
        Files.createDirectories(folder.resolve(name));
        Path fresh = folder.resolve(name).resolve("lineup.json.new");
        Files.write(fresh, ContractJson.write(standings));
        Files.move(
                fresh,
                file(name),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        List<String> kept = standings.versions().stream().map(Stood::hash).toList();
        List<Path> others;
        try (Stream<Path> all = Files.list(folder.resolve(name))) {
            others =
                    all.filter(Files::isDirectory)
                            .filter(each -> !kept.contains(String.valueOf(each.getFileName())))
                            .toList();
        }
        for (Path other : others) {
            remove(other);
        }
    }

    private static void remove(Path copy) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(copy, ALL_LEVELS)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }

    /** A copy, if there is one whose files are as they were written. */
    Optional<SavedModel> open(String name, String hash) {
        Path copy = folder.resolve(name).resolve(hash);
        if (!Files.isDirectory(copy)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ModelFolder.read(copy));
        } catch (BadModelException e) {
            LOG.warn("local copy unusable name={} cause={}", name, e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Makes a copy, over one that could not be used.
     *
     * @param zip whose hash it is
     * @throws IOException if it is no model, or cannot be written
     */
    SavedModel take(String name, String hash, byte[] zip) throws IOException {
        Path copy = folder.resolve(name).resolve(hash);
        if (Files.exists(copy)) {
            remove(copy);
        }
        try {
            ModelZip.unpack(zip, copy);
            return ModelFolder.read(copy);
        } catch (FileAlreadyExistsException e) {
            return ModelFolder.read(copy); // somebody else was faster
        } catch (BadModelException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}

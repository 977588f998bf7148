package town.nagar.forecast.serving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.forecast.artifact.BadModelException;
import town.nagar.forecast.artifact.ModelFolder;
import town.nagar.forecast.artifact.SavedModel;
import town.nagar.forecast.rollout.Lineup;
import town.nagar.forecast.rollout.Lineup.Production;
import town.nagar.forecast.rollout.ModelShelf;
import town.nagar.forecast.rollout.NewVersions;
import town.nagar.forecast.training.Trained;

/**
 * A shelf without a registry: models in folders {@code NAME/VERSION}; the file {@code
 * NAME/production} says which speaks, and what is offered speaks at once.
 */
public final class FolderShelf implements ModelShelf, NewVersions {
    private static final Logger LOG = LoggerFactory.getLogger(FolderShelf.class);
    private static final String NONE = "no model has been trained yet";

    private final Path folder;
    private final Map<String, Production> open = new ConcurrentHashMap<>();

    public FolderShelf(Path folder) {
        this.folder = folder;
    }

    @Override
    public Lineup lineup(String name) {
        return new Lineup(production(name), List.of(), 0, true);
    }

    Production production(String name) {
        Production known = open.get(name);
        if (known == null) {
            Production read = read(name); // outside of any lock: it reads files
            known = Optional.ofNullable(open.putIfAbsent(name, read)).orElse(read);
        }
        return known;
    }

    private Production read(String name) {
        try {
            Optional<String> version = version(name);
            return version.isEmpty()
                    ? new Production.None(NONE)
                    : new Production.Model(
                            version.get(),
                            ModelFolder.read(folder.resolve(name).resolve(version.get())));
        } catch (BadModelException | IOException e) {
            LOG.warn("model unusable name={} cause={}", name, e.getMessage());
            return new Production.Unusable("", "the model's files cannot be used");
        }
    }

    private Optional<String> version(String name) throws IOException {
        try {
            return Optional.of(Files.readString(pointer(name)).strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Path pointer(String name) {
        return folder.resolve(name).resolve("production");
    }

    @Override
    public String offer(Trained trained, String who, String why) throws IOException {
        return add(trained.model());
    }

    String add(SavedModel model) throws IOException {
        String name = model.provenance().name();
        Files.createDirectories(folder.resolve(name));
        int number = 0;
        while (Files.exists(folder.resolve(name).resolve("1.%d.0".formatted(number)))) {
            number++;
        }
        String version = "1.%d.0".formatted(number);
        ModelFolder.write(model, folder.resolve(name).resolve(version));
        Path fresh = pointer(name).resolveSibling("production.new");
        Files.writeString(fresh, version + "\n");
        Files.move(fresh, pointer(name), StandardCopyOption.ATOMIC_MOVE);
        open.put(name, new Production.Model(version, model));
        return version;
    }
}

package town.nagar.streams.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoints of one job in a folder of the file system, {@code FOLDER/JOB/chk-N}. A checkpoint
 * is complete if it holds {@code _metadata}; a process that was killed leaves others behind.
 */
final class Checkpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final String METADATA = "_metadata";
    private static final String CHECKPOINT = "chk-";
    private static final int KEPT = 3;

    private final Path job;

    /**
     * Checkpoints of a job.
     *
     * @param job the folder that holds {@code chk-N}, {@code shared} and {@code taskowned}
     */
    Checkpoints(Path job) {
        this.job = job;
    }

    /** The newest complete checkpoint. */
    Optional<Path> newest() {
        return complete().stream().findFirst();
    }

    /** Complete checkpoints, the newest first. */
    List<Path> complete() {
        return folders().stream()
                .filter(folder -> Files.exists(folder.resolve(METADATA)))
                .sorted(Comparator.comparingLong(Checkpoints::number).reversed())
                .toList();
    }

    private List<Path> folders() {
        return list(job).stream()
                .filter(path -> path.getFileName().toString().matches(CHECKPOINT + "\\d+"))
                .toList();
    }

    private static long number(Path checkpoint) {
        return Long.parseLong(checkpoint.getFileName().toString().substring(CHECKPOINT.length()));
    }

    /**
     * Deletes what no kept checkpoint needs: other checkpoints, and shared files that no kept one
     * names. Only while the job does not run.
     */
    void prune() {
        List<Path> kept = complete().stream().limit(KEPT).toList();
        folders().stream().filter(folder -> !kept.contains(folder)).forEach(Checkpoints::delete);
        List<String> named = kept.stream().map(Checkpoints::metadata).toList();
        for (String folder : List.of("shared", "taskowned")) {
            list(job.resolve(folder)).stream()
                    .filter(file -> isNamedByNone(named, file.getFileName().toString()))
                    .forEach(Checkpoints::delete);
        }
    }

    /**
     * Shared files have random names, so a name in the metadata's bytes can only be that file's.
     */
    private static boolean isNamedByNone(List<String> named, String file) {
        return named.stream().noneMatch(metadata -> metadata.contains(file));
    }

    private static String metadata(Path checkpoint) {
        try {
            return Files.readString(checkpoint.resolve(METADATA), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            LOG.warn("old checkpoint not deleted path={} reason={}", path, e.getMessage());
        }
    }
}

package town.nagar.sample.publishing;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import town.nagar.sample.folder.TownFolderException;

/** A small file that keeps up to which event time everything is acknowledged. */
final class ProgressFile {
    private final Path file;

    ProgressFile(Path file) {
        this.file = file;
    }

    /**
     * The time kept, or empty before the first.
     *
     * @throws TownFolderException if the file holds no time
     */
    Optional<Instant> find() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String text = Files.readString(file).strip();
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException _) {
            throw new TownFolderException(
                    "%s: '%s' is no time such as 2026-02-06T08:00:00Z; delete the file to begin anew"
                            .formatted(file, text));
        }
    }

    void keep(Instant until) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.createDirectories(file.toAbsolutePath().normalize().getParent());
        Files.writeString(fresh, until + "\n");
        try {
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

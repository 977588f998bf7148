package town.nagar.supervisor.processes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What one child prints: the newest file and three older ones, {@code .1} the youngest.
 *
 * <p>The child holds the file open for appending, so a file that grows too long is copied and then
 * emptied; a line written between the two is lost.
 */
public final class LogFile {
    private static final long LONGEST_BYTES = 8L << 20;
    private static final int OLDER_FILES = 3;
    private static final int TAIL_BYTES = 2_000;

    private final Path path;

    /** Creates the file's folder if need be. */
    public LogFile(Path path) throws IOException {
        this.path = path;
        Files.createDirectories(path.toAbsolutePath().getParent());
    }

    /** The newest file. */
    public Path path() {
        return path;
    }

    /** Begins a new file, keeping what was written before. */
    void rotate() throws IOException {
        if (Files.exists(path) && Files.size(path) > 0) {
            shift();
            Files.move(path, older(1));
        }
    }

    /** Empties the file if it has grown too long, keeping a copy. */
    public void rotateIfLong() throws IOException {
        if (Files.exists(path) && Files.size(path) > LONGEST_BYTES) {
            shift();
            Files.copy(path, older(1));
            FileChannel.open(path, StandardOpenOption.WRITE).truncate(0).close();
        }
    }

    private void shift() throws IOException {
        Files.deleteIfExists(older(OLDER_FILES));
        for (int age = OLDER_FILES - 1; age >= 1; age--) {
            if (Files.exists(older(age))) {
                Files.move(older(age), older(age + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path older(int age) {
        return path.resolveSibling(path.getFileName() + "." + age);
    }

    /** The last lines, at most eight, for the message that says why a child can't start. */
    String tail() throws IOException {
        if (!Files.exists(path)) {
            return "";
        }
        byte[] all = Files.readAllBytes(path);
        int from = Math.max(0, all.length - TAIL_BYTES);
        List<String> lines = new String(all, from, all.length - from, UTF_8).lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
    }
}

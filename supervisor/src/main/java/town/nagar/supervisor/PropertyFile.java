package town.nagar.supervisor;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A small file of {@code key=value} lines, replaced as a whole, that only its owner may read. */
final class PropertyFile {
    private final Path path;

    PropertyFile(Path path) {
        this.path = path;
    }

    /** All lines, none if there is no file yet. */
    Map<String, String> read() throws IOException {
        Map<String, String> lines = new TreeMap<>();
        if (Files.exists(path)) {
            var properties = new Properties();
            try (Reader reader = Files.newBufferedReader(path)) {
                properties.load(reader);
            }
            properties.forEach((key, value) -> lines.put(key.toString(), value.toString()));
        }
        return lines;
    }

    /** Keys and values must be plain: no line breaks, no backslashes, no {@code =} in a key. */
    void write(Map<String, String> lines) throws IOException {
        Path next = path.resolveSibling(path.getFileName() + ".next");
        Files.deleteIfExists(next);
        Files.createFile(
                next,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                next,
                new TreeMap<>(lines)
                        .entrySet().stream()
                                .map(line -> line.getKey() + "=" + line.getValue() + "\n")
                                .collect(Collectors.joining()));
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

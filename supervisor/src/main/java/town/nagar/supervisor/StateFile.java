package town.nagar.supervisor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

/** {@code state.json}, replaced as a whole at each change. */
final class StateFile {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private StateFile() {}

    static Path in(Path dataDir) {
        return dataDir.resolve("state.json");
    }

    static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }

    static TownStatus read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), TownStatus.class);
    }

    static void write(Path file, TownStatus status) throws IOException {
        Path next = file.resolveSibling("state.json.next");
        Files.write(next, JSON.writeValueAsBytes(status));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

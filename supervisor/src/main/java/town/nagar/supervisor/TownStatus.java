package town.nagar.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All that one supervisor runs, as its state file says.
 *
 * @param supervisor the supervisor's process
 * @param started when that process began, ISO 8601 in UTC; empty if the system doesn't tell
 * @param servers in the order they were named
 */
public record TownStatus(long supervisor, String started, List<ServerStatus> servers) {
    /** Copies the list. */
    public TownStatus {
        servers = List.copyOf(servers);
    }

    /**
     * What the last supervisor of a data folder wrote, empty if there was none.
     *
     * @throws IOException if the file can't be read
     */
    public static Optional<TownStatus> read(Path dataDir) throws IOException {
        Path file = StateFile.in(dataDir);
        return Files.exists(file) ? Optional.of(StateFile.read(file)) : Optional.empty();
    }

    /** Whether that supervisor still runs: if not, its file tells of the past. */
    public boolean running() {
        return ProcessHandle.of(supervisor)
                .filter(ProcessHandle::isAlive)
                .map(StateFile::startOf)
                .filter(start -> start.equals(started))
                .isPresent();
    }
}

package town.nagar.town.up;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import town.nagar.supervisor.ServerStatus;
import town.nagar.supervisor.TownStatus;
import town.nagar.town.cli.UsageException;

/** How a command reaches the town that runs in a data folder on this machine. */
final class RunningTown {
    private final Path dataDir;
    private final TownStatus status;

    private RunningTown(Path dataDir, TownStatus status) {
        this.dataDir = dataDir;
        this.status = status;
    }

    /**
     * The running town.
     *
     * @throws UsageException if none runs there
     */
    static RunningTown in(Path dataDir) throws IOException {
        return TownStatus.read(dataDir)
                .filter(TownStatus::running)
                .map(status -> new RunningTown(dataDir, status))
                .orElseThrow(() ->
                        new UsageException(
                                "nothing runs in %s; start it by './nagar up'".formatted(dataDir)));
    }

    /** The port of a part, such as {@code mqtt} or {@code services}. */
    int port(String part) {
        return status.servers().stream()
                .filter(server -> server.name().equals(part))
                .mapToInt(ServerStatus::port)
                .findFirst()
                .orElseThrow(() -> new UsageException("the town has no part '%s'".formatted(part)));
    }

    /** A secret of the town's own, such as {@code mqtt.password}; its owner alone can read it. */
    String secret(String name) throws IOException {
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(dataDir.resolve("credentials.properties"))) {
            secrets.load(reader);
        }
        return secrets.getProperty(name, "");
    }
}

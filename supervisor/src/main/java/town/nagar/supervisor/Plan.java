package town.nagar.supervisor;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What to start, and where its data lives.
 *
 * @param servers the kinds wanted; one whose URL is among the settings is not started
 * @param dataDir the folder of all data, made if need be
 * @param settings keys as {@code nagar.kafka.url}; read are {@code nagar.*.url}, {@code
 *     nagar.*.port}, {@code nagar.home}, {@code nagar.servers.debian} and {@code
 *     nagar.servers.class-archives}
 * @param clock gives the times in the state file
 * @param report is told each event in one line, from several threads
 */
public record Plan(
        Set<ServerName> servers,
        Path dataDir,
        Map<String, String> settings,
        InstantSource clock,
        Consumer<String> report) {
    /** Copies servers and settings, makes the folder absolute, and refuses a bad port. */
    public Plan {
        servers = Set.copyOf(servers);
        settings = Map.copyOf(settings);
        dataDir = dataDir.toAbsolutePath().normalize();
        for (ServerName server : servers) {
            askedPort(settings, server);
        }
    }

    /** The port asked for, 0 if none is. */
    static int askedPort(Map<String, String> settings, ServerName server) {
        String text = settings.getOrDefault(server.portKey(), "0");
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw wrongPort(server, text, e);
        }
        throw wrongPort(server, text, new NumberFormatException("out of range"));
    }

    private static IllegalArgumentException wrongPort(
            ServerName server, String text, NumberFormatException cause) {
        return new IllegalArgumentException(
                "%s: %s; must be a number from 0 (any) to 65535".formatted(server.portKey(), text),
                cause);
    }

    boolean debianAllowed() {
        return !"false".equalsIgnoreCase(settings.getOrDefault("nagar.servers.debian", "true"));
    }
}

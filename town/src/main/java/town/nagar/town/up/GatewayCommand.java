package town.nagar.town.up;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import town.nagar.supervisor.Gateways;
import town.nagar.supervisor.ServerStatus;
import town.nagar.supervisor.TownStatus;
import town.nagar.town.cli.Options;
import town.nagar.town.cli.UsageException;

/** {@code nagar gateway add NAME}: lets a gateway in by MQTT and prints its secret, once. */
public final class GatewayCommand {
    private static final Set<String> VALUED = Set.of("data-dir");

    private GatewayCommand() {}

    /** Adds a gateway, or gives one that is there a new secret. */
    public static int add(List<String> args, Map<String, String> environment, PrintStream out)
            throws IOException {
        if (args.isEmpty() || args.getFirst().startsWith("--")) {
            throw new UsageException("'gateway add' needs a name, such as gate-7");
        }
        Path dataDir = dataDir(args.subList(1, args.size()), environment);
        String name = args.getFirst();
        String secret = secret(name, dataDir);
        out.printf("Gateway %s may send from now on. Its secret, shown this once:%n", name);
        out.printf("  %s%n", secret);
        int port = port(dataDir).orElse(1883);
        out.printf(
                "  mosquitto_pub -h 127.0.0.1 -p %d -u %s -P %s -q 1 -t nagar/traffic/SENSOR -m '{…}'%n",
                port, name, secret);
        return 0;
    }

    /** Lists the gateways' names. */
    public static int list(List<String> args, Map<String, String> environment, PrintStream out)
            throws IOException {
        Gateways.of(dataDir(args, environment)).names().stream().sorted().forEach(out::println);
        return 0;
    }

    private static Path dataDir(List<String> args, Map<String, String> environment) {
        return DataDir.of(Options.of(args, VALUED, Set.of()).find("data-dir"), environment);
    }

    private static String secret(String name, Path dataDir) throws IOException {
        try {
            return Gateways.of(dataDir).add(name);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Integer> port(Path dataDir) throws IOException {
        return TownStatus.read(dataDir).stream()
                .flatMap(town -> town.servers().stream())
                .filter(server -> server.name().equals("mqtt"))
                .map(ServerStatus::port)
                .findFirst();
    }
}

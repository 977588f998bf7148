package town.nagar.town.up;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import town.nagar.contracts.json.ContractJson;
import town.nagar.supervisor.ServerStatus;
import town.nagar.supervisor.TownStatus;
import town.nagar.town.cli.Options;

/** {@code nagar status}: which parts run, since when, where their logs are. */
public final class StatusCommand {
    private StatusCommand() {}

    /** Returns 0 if all parts serve, 1 if not. */
    public static int run(List<String> args, Map<String, String> environment, PrintStream out)
            throws IOException {
        Options options = Options.of(args, Set.of("data-dir"), Set.of("json"));
        Path dataDir = DataDir.of(options.find("data-dir"), environment);
        Optional<TownStatus> status = TownStatus.read(dataDir).filter(TownStatus::running);
        if (options.has("json")) {
            out.println(json(status));
        } else {
            status.ifPresentOrElse(
                    town -> print(town, out),
                    () -> out.printf("Nothing runs in %s. Start it by './nagar up'.%n", dataDir));
        }
        return status.filter(StatusCommand::allServe).isPresent() ? 0 : 1;
    }

    private static String json(Optional<TownStatus> status) {
        Object shown = status.<Object>map(town -> town).orElse(Map.of("servers", List.of()));
        return new String(ContractJson.write(shown), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static boolean allServe(TownStatus town) {
        return town.servers().stream()
                .allMatch(server -> Set.of("ready", "external").contains(server.state()));
    }

    private static void print(TownStatus town, PrintStream out) {
        String row = "%-10s %-11s %-8s %-6s %-9s %-8s %s%n";
        out.printf(row, "part", "state", "pid", "port", "from", "restarts", "log");
        for (ServerStatus server : town.servers()) {
            out.printf(
                    row,
                    server.name(),
                    server.state(),
                    server.pid() == 0 ? "-" : server.pid(),
                    server.port() == 0 ? "-" : server.port(),
                    server.choice(),
                    server.restarts(),
                    server.log());
            if (!server.detail().isEmpty()) {
                out.printf("           last ended: %s%n", server.detail());
            }
        }
    }
}

package town.nagar.town.up;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import town.nagar.ingestion.replay.Connection;
import town.nagar.ingestion.replay.ReplayCommand;
import town.nagar.kit.settings.Secret;
import town.nagar.town.cli.UsageException;

/**
 * {@code nagar replay}: sends a file into the town that runs in {@code --data-dir}; the API key for
 * REST comes from {@code NAGAR_API_KEY}.
 */
public final class ReplayVerb {
    private ReplayVerb() {}

    /**
     * Returns the status of the replay.
     *
     * @throws UsageException if no town runs in the folder
     */
    public static int run(
            List<String> args, Map<String, String> environment, PrintStream out, PrintStream err)
            throws IOException {
        List<String> rest = new ArrayList<>(args);
        RunningTown town =
                RunningTown.in(DataDir.of(TakenOption.take("--data-dir", rest), environment));
        Connection connection =
                new Connection(
                        URI.create("http://127.0.0.1:" + town.port("services")),
                        new Secret(environment.getOrDefault("NAGAR_API_KEY", "")),
                        "mqtt://127.0.0.1:" + town.port("mqtt"),
                        "nagar",
                        new Secret(town.secret("mqtt.password")));
        return ReplayCommand.run(rest.toArray(String[]::new), out, err, connection);
    }
}

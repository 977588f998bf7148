package town.nagar.town.up;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import town.nagar.supervisor.Plan;
import town.nagar.supervisor.ProgramFetch;
import town.nagar.supervisor.ServerName;
import town.nagar.town.cli.Options;

/** {@code nagar fetch}: a build's last step, which unpacks what the first start needs. */
public final class FetchCommand {
    private FetchCommand() {}

    /** Returns 0. */
    public static int run(
            List<String> args,
            Map<String, String> environment,
            PrintStream out,
            InstantSource clock)
            throws IOException {
        Options options = Options.of(args, Set.of("data-dir"), Set.of());
        Path dataDir = DataDir.of(options.find("data-dir"), environment);
        Map<String, String> settings = UpSettings.of(dataDir, environment);
        ProgramFetch.run(
                new Plan(EnumSet.allOf(ServerName.class), dataDir, settings, clock, out::println));
        return 0;
    }
}

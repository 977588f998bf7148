package town.nagar.town.up;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import town.nagar.town.cli.Options;

/**
 * What {@code nagar up} was asked for.
 *
 * @param demo whether the sample town's sensors are simulated
 */
record UpOptions(String target, String domains, String town, Path dataDir, int port, boolean demo) {
    private static final Set<String> VALUED =
            Set.of("target", "domains", "town", "data-dir", "port");

    static UpOptions of(List<String> args, Map<String, String> environment) {
        Options options = Options.of(args, VALUED, Set.of("no-demo"));
        return new UpOptions(
                options.find("target").orElse("all"),
                options.find("domains").orElse(""),
                options.find("town").orElse(""),
                DataDir.of(options.find("data-dir"), environment),
                options.integer("port", 8080, 0, 65_535),
                !options.has("no-demo"));
    }
}

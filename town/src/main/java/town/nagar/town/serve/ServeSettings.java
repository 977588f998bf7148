package town.nagar.town.serve;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import town.nagar.kit.settings.Settings;
import town.nagar.town.cli.Options;

/**
 * What the services of one process are told.
 *
 * @param port of the HTTP server on this machine
 * @param address it listens on; loopback unless a gateway with sign-in stands before it
 */
record ServeSettings(int port, String address) {
    static final Set<String> VALUED = Set.of("target", "domains", "town", "data-dir", "port");
    static final Set<String> FLAGS = Set.of("no-demo");
    static final ServeSettings DEFAULTS = new ServeSettings(8080, "127.0.0.1");

    /** The settings file, over it the environment, over it the options. */
    static Settings read(Options options, Path dataDir, Map<String, String> environment) {
        Settings settings =
                Settings.of(
                        Settings.file(dataDir.resolve("nagar.properties")),
                        environment,
                        fromOptions(options, dataDir));
        settings.leave(
                "nagar.streams.", "nagar.servers.", "nagar.home", "nagar.domains", "nagar.api.key");
        for (String server :
                new String[] {"kafka", "postgres", "redis", "mongo", "s3", "mqtt", "mlflow"}) {
            settings.leave("nagar." + server + ".");
        }
        return settings;
    }

    private static Map<String, String> fromOptions(Options options, Path dataDir) {
        Map<String, String> map = new TreeMap<>();
        map.put("nagar.data-dir", dataDir.toString());
        options.find("port").ifPresent(port -> map.put("nagar.http.port", port));
        return map;
    }
}

package town.nagar.town.up;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import town.nagar.kit.settings.Settings;

/** The settings file of a data folder, over it the environment, as keys {@code nagar.…}. */
final class UpSettings {
    private UpSettings() {}

    static Map<String, String> of(Path dataDir, Map<String, String> environment) {
        Map<String, String> settings =
                new TreeMap<>(Settings.file(dataDir.resolve("nagar.properties")));
        environment.forEach((name, value) -> {
            if (name.startsWith("NAGAR_")) {
                settings.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        settings.put("nagar.home", System.getProperty("nagar.home", "."));
        return settings;
    }

    /** The same as environment variables, for a child process that reads nothing else. */
    static Map<String, String> environment(Map<String, String> settings) {
        Map<String, String> variables = new TreeMap<>();
        settings.forEach((key, value) ->
                variables.put(key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
        return variables;
    }
}

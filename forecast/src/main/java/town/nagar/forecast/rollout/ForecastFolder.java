package town.nagar.forecast.rollout;

import java.nio.file.Path;
import town.nagar.kit.settings.Settings;

/** The folder of local copies of models, and of pasts. */
public final class ForecastFolder {
    private ForecastFolder() {}

    /** {@code forecast} in the town's own folder, key {@code nagar.data-dir}. */
    public static Path of(Settings settings) {
        String home = System.getProperty("user.home") + "/.nagar";
        return Path.of(settings.get("nagar.data-dir", home)).resolve("forecast");
    }
}

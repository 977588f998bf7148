package town.nagar.town.up;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where a town's data lives: the option, else {@code NAGAR_DATA_DIR}, else {@code ~/.nagar}. */
final class DataDir {
    private DataDir() {}

    static Path of(Optional<String> option, Map<String, String> environment) {
        return option.or(() -> Optional.ofNullable(environment.get("NAGAR_DATA_DIR")))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".nagar"))
                .toAbsolutePath()
                .normalize();
    }
}

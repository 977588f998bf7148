package town.nagar.forecast.registry.search;

import java.util.Locale;
import java.util.Optional;

/** What a condition or an order speaks of. */
public enum Subject {
    ATTRIBUTE,
    TAG,
    PARAMETER,
    METRIC;

    /** The subject before a dot, such as {@code tags}. */
    static Optional<Subject> find(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "attribute", "attributes", "attr", "run" -> Optional.of(ATTRIBUTE);
            case "tag", "tags" -> Optional.of(TAG);
            case "param", "params", "parameter", "parameters" -> Optional.of(PARAMETER);
            case "metric", "metrics" -> Optional.of(METRIC);
            default -> Optional.empty();
        };
    }
}

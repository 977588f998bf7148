package town.nagar.forecast.registry.tracking;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A group of runs.
 *
 * @param stage {@code active} or {@code deleted}
 * @param createdMillis since 1970
 * @param updatedMillis since 1970
 */
public record Experiment(
        long id,
        String name,
        String artifactLocation,
        String stage,
        long createdMillis,
        long updatedMillis,
        Map<String, String> tags) {
    public Experiment {
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }
}

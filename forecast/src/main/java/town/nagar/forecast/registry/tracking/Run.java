package town.nagar.forecast.registry.tracking;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One try.
 *
 * @param stage {@code active} or {@code deleted}
 * @param startMillis since 1970
 * @param endMillis since 1970; 0 while it runs
 * @param metrics the newest of each key
 */
public record Run(
        String id,
        long experimentId,
        String name,
        String user,
        String status,
        long startMillis,
        long endMillis,
        String artifactUri,
        String stage,
        List<Metric> metrics,
        Map<String, String> parameters,
        Map<String, String> tags) {
    public Run {
        metrics = List.copyOf(metrics);
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }
}

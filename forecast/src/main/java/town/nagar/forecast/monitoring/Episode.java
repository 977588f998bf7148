package town.nagar.forecast.monitoring;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import town.nagar.forecast.serving.Measure;

/**
 * Something that is found to have moved, as it is now.
 *
 * @param rule such as {@code sensor_drift_average_speed}
 * @param place or, of a whole model, the model's name
 * @param faultySince since when the place alone differs; {@link Instant#MAX} if it does not
 * @param title a short line for a person
 * @param description what was seen and what the limit is
 */
record Episode(
        String rule,
        Measure measure,
        String place,
        Instant faultySince,
        String title,
        String description,
        Map<String, Double> metrics) {
    Episode {
        metrics = Map.copyOf(new TreeMap<>(metrics));
    }

    Optional<Instant> fault() {
        return Optional.of(faultySince).filter(since -> since.isBefore(Instant.MAX));
    }
}

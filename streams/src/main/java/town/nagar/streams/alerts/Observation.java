package town.nagar.streams.alerts;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import town.nagar.contracts.Domain;
import town.nagar.contracts.alerts.Severity;
import town.nagar.contracts.json.Decimals;

/**
 * What a window says about a rule at a place.
 *
 * @param at the end of the window
 * @param severity if it fires
 * @param title a short line for a person
 * @param description what was seen and what the limit is
 * @param metrics the numbers behind it
 */
public record Observation(
        Rule rule,
        Domain domain,
        String placeId,
        Instant at,
        Verdict verdict,
        Severity severity,
        String title,
        String description,
        SortedMap<String, Double> metrics,
        List<String> sensorIds) {
    public Observation {
        TreeMap<String, Double> rounded = new TreeMap<>(metrics);
        rounded.replaceAll((_, number) -> Decimals.six(number));
        metrics = Collections.unmodifiableSortedMap(rounded);
        sensorIds = List.copyOf(sensorIds);
    }
}

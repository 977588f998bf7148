package town.nagar.contracts.readings;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import town.nagar.contracts.Domain;

/**
 * What a window over readings gave.
 *
 * @param kind which pipeline made it, such as {@code traffic_minute}
 * @param placeId the road, station, zone, field or mandi
 * @param windowStart first instant inside
 * @param windowEnd first instant after
 * @param figures numbers by name with their unit in the name where it is not obvious
 * @param labels words by name, such as a category or a reason
 */
public record Aggregate(
        String kind,
        Domain domain,
        String placeId,
        Instant windowStart,
        Instant windowEnd,
        SortedMap<String, Double> figures,
        SortedMap<String, String> labels) {
    public Aggregate {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        if (!windowStart.isBefore(windowEnd)) {
            throw new IllegalArgumentException(
                    "window from %s to %s".formatted(windowStart, windowEnd));
        }
    }
}

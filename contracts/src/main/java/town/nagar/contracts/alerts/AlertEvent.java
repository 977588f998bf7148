package town.nagar.contracts.alerts;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import town.nagar.contracts.Domain;

/**
 * A step in the life of one alert episode. The same step may be sent again; (alertId, phase, at)
 * tells.
 *
 * @param alertId the same for all steps of an episode, made of rule, place and opening time
 * @param rule what was broken, such as {@code traffic_congestion}
 * @param placeId where
 * @param at event time of this step
 * @param openedAt event time of the first step
 * @param title a short line for a person
 * @param description what was seen and what the limit is
 * @param metrics the numbers behind it, such as {@code congestion_level} and {@code threshold}
 * @param sensorIds whose readings led to it
 */
public record AlertEvent(
        String alertId,
        String rule,
        Domain domain,
        String placeId,
        Phase phase,
        Severity severity,
        Instant at,
        Instant openedAt,
        String title,
        String description,
        SortedMap<String, Double> metrics,
        List<String> sensorIds) {

    /** Where in its life an episode is. */
    public enum Phase {
        OPENED,
        /** It fired again while open, or its severity changed. */
        REPEATED,
        CLEARED
    }

    public AlertEvent {
        metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
        sensorIds = List.copyOf(sensorIds);
        if (at.isBefore(openedAt)) {
            throw new IllegalArgumentException(
                    "alert %s: step at %s before its opening %s".formatted(alertId, at, openedAt));
        }
    }

    /** The id of the episode that a rule opened at a place at a time. */
    public static String idOf(String rule, String placeId, Instant openedAt) {
        return "ALT-%s-%s-%s".formatted(rule, placeId, Long.toString(openedAt.toEpochMilli(), 36));
    }
}

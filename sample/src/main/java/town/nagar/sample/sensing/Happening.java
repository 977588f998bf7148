package town.nagar.sample.sensing;

import java.time.Instant;

/**
 * Something the simulator made happen: the truth that alerts and checks can be held against.
 *
 * @param entityId the road, ward, sensor or town it happened to
 * @param size how strong, by kind: share of capacity lost, litres a second, factor on the value; 0
 *     where there is no size
 */
public record Happening(Kind kind, String entityId, Instant from, Instant until, double size) {
    /** What can happen; the last five are faults of sensors. */
    public enum Kind {
        INCIDENT,
        LEAK,
        INVERSION_NIGHT,
        FIREWORKS,
        SILENCE,
        SPIKES,
        DRIFT,
        DUPLICATES,
        LATE_BATCH
    }
}

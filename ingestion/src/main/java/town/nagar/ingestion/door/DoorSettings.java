package town.nagar.ingestion.door;

import java.time.Duration;

/**
 * What the door asks of a message.
 *
 * @param instance which of several instances this is, 0 to 15; part of every ingest id
 * @param clockAheadAfter an event time further ahead is flagged
 * @param refusedAheadAfter an event time further ahead is refused
 * @param duplicateWindow the same sensor and event time within it is a duplicate
 * @param maxRecent most readings remembered to tell duplicates; when more come, the window shrinks
 */
public record DoorSettings(
        int instance,
        Duration clockAheadAfter,
        Duration refusedAheadAfter,
        Duration duplicateWindow,
        int maxRecent) {
    /** Where these settings are found. */
    public static final String PREFIX = "nagar.ingestion.door";

    public static final DoorSettings DEFAULTS =
            new DoorSettings(
                    0,
                    Duration.ofMinutes(5),
                    Duration.ofHours(24),
                    Duration.ofSeconds(10),
                    2_000_000);

    public DoorSettings {
        if (clockAheadAfter.compareTo(refusedAheadAfter) > 0) {
            throw new IllegalArgumentException(
                    "%s.clock-ahead-after %s is above refused-ahead-after %s"
                            .formatted(PREFIX, clockAheadAfter, refusedAheadAfter));
        }
        if (maxRecent < 1_000) {
            throw new IllegalArgumentException(
                    "%s.max-recent is %d; allowed: 1000 or more".formatted(PREFIX, maxRecent));
        }
    }
}

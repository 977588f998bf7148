package town.nagar.ingestion.pressure;

import java.time.Duration;

/**
 * When senders wait for the streams.
 *
 * @param waitAbove readings that may wait in Kafka for a job
 * @param goOnBelow senders go on when no more than these wait
 * @param waitAtMost after it senders go on although the job has not come closer: it is not for want
 *     of time then, and Kafka keeps what it has yet to take
 * @param newsLastsFor a job that has told nothing for so long is away and not waited for
 */
public record PressureSettings(
        long waitAbove, long goOnBelow, Duration waitAtMost, Duration newsLastsFor) {
    /** Where these settings are found. */
    public static final String PREFIX = "nagar.ingestion.pressure";

    public static final PressureSettings DEFAULTS =
            new PressureSettings(40_000, 20_000, Duration.ofMinutes(2), Duration.ofSeconds(5));

    public PressureSettings {
        if (goOnBelow < 1 || waitAbove < goOnBelow) {
            throw new IllegalArgumentException(
                    "%s.go-on-below %d must be from 1 to wait-above %d"
                            .formatted(PREFIX, goOnBelow, waitAbove));
        }
        if (waitAtMost.isNegative() || newsLastsFor.isNegative()) {
            throw new IllegalArgumentException(
                    "%s.wait-at-most %s and news-lasts-for %s must not be negative"
                            .formatted(PREFIX, waitAtMost, newsLastsFor));
        }
    }
}

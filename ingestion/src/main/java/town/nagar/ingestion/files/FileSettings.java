package town.nagar.ingestion.files;

import java.time.Duration;

/**
 * How the inbox is watched: {@code inbox/{domain}/} in the data folder.
 *
 * @param every how often it is looked at
 * @param quietFor a file that changed more recently is left alone: it may still be written
 * @param rowsAtOnce how many rows wait for Kafka together
 * @param retryAfter when rows are tried again that Kafka and spool did not take
 */
public record FileSettings(Duration every, Duration quietFor, int rowsAtOnce, Duration retryAfter) {
    /** Where these settings are found. */
    public static final String PREFIX = "nagar.ingestion.files";

    public static final FileSettings DEFAULTS =
            new FileSettings(
                    Duration.ofSeconds(2), Duration.ofSeconds(3), 2_000, Duration.ofSeconds(1));

    public FileSettings {
        if (rowsAtOnce < 1 || !every.isPositive()) {
            throw new IllegalArgumentException(
                    "%s: rows-at-once %d is below 1 or every %s is not above 0"
                            .formatted(PREFIX, rowsAtOnce, every));
        }
    }
}

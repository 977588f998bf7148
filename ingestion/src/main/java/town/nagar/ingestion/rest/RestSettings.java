package town.nagar.ingestion.rest;

import java.time.Duration;

/**
 * How HTTP senders are served.
 *
 * @param patience how long a request waits for Kafka
 * @param retryAfter what a sender is told to wait when Kafka does not answer
 * @param maxSingleBytes longest body with one reading
 * @param maxBatchBytes longest body with many
 */
public record RestSettings(
        Duration patience, Duration retryAfter, int maxSingleBytes, int maxBatchBytes) {
    /** Where these settings are found. */
    public static final String PREFIX = "nagar.ingestion.rest";

    public static final RestSettings DEFAULTS =
            new RestSettings(Duration.ofSeconds(10), Duration.ofSeconds(5), 65_536, 8_388_608);

    public RestSettings {
        if (maxSingleBytes < 1_024 || maxBatchBytes < maxSingleBytes) {
            throw new IllegalArgumentException(
                    "%s: max-single-bytes %d must be from 1024 to max-batch-bytes %d"
                            .formatted(PREFIX, maxSingleBytes, maxBatchBytes));
        }
    }
}

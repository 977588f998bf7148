package town.nagar.ingestion.publish;

import java.time.Duration;
import town.nagar.contracts.TopicSpec;

/**
 * How records are sent.
 *
 * @param linger how long a batch waits for more
 * @param batchBytes largest batch of one partition
 * @param bufferBytes what may wait in memory for Kafka
 * @param compression {@code none} or {@code lz4}
 * @param requestTimeout how long one try may take
 * @param deliveryTimeout after this a record goes to the spool
 * @param maxBlock how long a sender waits for room in the buffer before its record is spooled
 * @param spoolBytes most that the spool may hold on disk
 * @param spoolSegmentBytes size of one spool file
 * @param spoolFlush how often spooled records are forced to disk
 * @param partitions of each topic of a domain
 * @param replication of each topic
 * @param readingsRetention how long Kafka keeps readings, by time of arrival
 * @param eventsRetention how long Kafka keeps dead letters, alerts and late readings
 */
public record PublishSettings(
        Duration linger,
        int batchBytes,
        long bufferBytes,
        String compression,
        Duration requestTimeout,
        Duration deliveryTimeout,
        Duration maxBlock,
        long spoolBytes,
        int spoolSegmentBytes,
        Duration spoolFlush,
        int partitions,
        int replication,
        Duration readingsRetention,
        Duration eventsRetention) {

    /** Where these settings are found. */
    public static final String PREFIX = "nagar.ingestion.publish";

    public static final PublishSettings DEFAULTS =
            new PublishSettings(
                    Duration.ofMillis(5),
                    131_072,
                    67_108_864,
                    "lz4",
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(2),
                    1_073_741_824,
                    16_777_216,
                    Duration.ofMillis(20),
                    4,
                    1,
                    TopicSpec.READINGS_KEPT,
                    TopicSpec.EVENTS_KEPT);

    public PublishSettings {
        if (requestTimeout.plus(linger).compareTo(deliveryTimeout) > 0) {
            throw new IllegalArgumentException(
                    "%s.delivery-timeout %s is below linger %s + request-timeout %s"
                            .formatted(PREFIX, deliveryTimeout, linger, requestTimeout));
        }
        if (spoolSegmentBytes < 65_536 || spoolBytes < spoolSegmentBytes) {
            throw new IllegalArgumentException(
                    "%s.spool-segment-bytes %d must be from 65536 to spool-bytes %d"
                            .formatted(PREFIX, spoolSegmentBytes, spoolBytes));
        }
    }
}

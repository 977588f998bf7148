package town.nagar.ingestion.mqtt;

import java.time.Duration;

/**
 * How the broker is listened to. Where it is and who we are there: {@code nagar.mqtt.url}, {@code
 * nagar.mqtt.user}, {@code nagar.mqtt.password}.
 *
 * @param clientId fixed for each instance: the broker keeps its session under it
 * @param sharedGroup instances of one group share the messages; empty for none
 * @param sessionExpiry how long the broker keeps messages for us while we are away
 * @param receiveMaximum most messages without acknowledgement at a time
 * @param maxMessageBytes longest message
 * @param gatewayProperty the user property that names the gateway
 * @param retryAfter when a message is tried again that Kafka and spool did not take
 */
public record MqttSettings(
        String clientId,
        String sharedGroup,
        Duration sessionExpiry,
        int receiveMaximum,
        int maxMessageBytes,
        String gatewayProperty,
        Duration retryAfter) {
    /** Where these settings are found. */
    public static final String PREFIX = "nagar.ingestion.mqtt";

    public static final MqttSettings DEFAULTS =
            new MqttSettings(
                    "nagar-ingestion-0",
                    "nagar",
                    Duration.ofDays(14),
                    2_000,
                    1_048_576,
                    "gateway",
                    Duration.ofSeconds(1));

    public MqttSettings {
        if (clientId.isBlank() || receiveMaximum < 1 || receiveMaximum > 65_535) {
            throw new IllegalArgumentException(
                    "%s: client-id '%s' is empty or receive-maximum %d is not from 1 to 65535"
                            .formatted(PREFIX, clientId, receiveMaximum));
        }
        if (sessionExpiry.compareTo(Duration.ofDays(7)) < 0) {
            throw new IllegalArgumentException(
                    "%s.session-expiry is %s; allowed: 7d or more"
                            .formatted(PREFIX, sessionExpiry));
        }
    }
}

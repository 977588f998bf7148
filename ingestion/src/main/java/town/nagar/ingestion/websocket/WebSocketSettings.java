package town.nagar.ingestion.websocket;

import java.time.Duration;
import java.util.List;

/**
 * How WebSocket senders are served.
 *
 * @param authWithin how long a sender has for its first frame
 * @param maxFrameBytes longest frame
 * @param maxInFlight most frames of one sender that wait for Kafka; more are not read
 * @param allowedOrigins web pages that may connect; none but our own by default
 */
public record WebSocketSettings(
        Duration authWithin, int maxFrameBytes, int maxInFlight, List<String> allowedOrigins) {
    /** Where these settings are found. */
    public static final String PREFIX = "nagar.ingestion.websocket";

    public static final WebSocketSettings DEFAULTS =
            new WebSocketSettings(Duration.ofSeconds(10), 32_768, 500, List.of());

    public WebSocketSettings {
        allowedOrigins = List.copyOf(allowedOrigins);
        if (maxFrameBytes < 1_024 || maxInFlight < 1) {
            throw new IllegalArgumentException(
                    "%s: max-frame-bytes %d is below 1024 or max-in-flight %d below 1"
                            .formatted(PREFIX, maxFrameBytes, maxInFlight));
        }
    }
}

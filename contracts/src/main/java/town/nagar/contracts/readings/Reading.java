package town.nagar.contracts.readings;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import town.nagar.contracts.Domain;

/**
 * One checked message of one sensor.
 *
 * @param sensorId who measured; a market's series is MANDI:COMMODITY or MANDI:COMMODITY:VARIETY
 * @param placeId the road, station, zone, field, mandi or weather station it speaks of; the Kafka
 *     key
 * @param eventTime when it was measured; whole milliseconds
 * @param receivedAt when it came through the door; whole milliseconds
 * @param values in canonical units
 * @param labels words beside the numbers: commodity, variety, meter_type, original units
 * @param ingestId unique for each accepted message, grows with time
 * @param source the gateway, key, file or connector that sent it
 */
public record Reading(
        Domain domain,
        String sensorId,
        String placeId,
        Instant eventTime,
        Instant receivedAt,
        Values values,
        Map<String, String> labels,
        Set<Flag> flags,
        long ingestId,
        String source) {

    /** Grows when the meaning of a field changes. */
    public static final int SCHEMA_VERSION = 1;

    /** Longest sensor or place id. */
    public static final int MAX_ID_LENGTH = 50;

    public Reading {
        labels = Map.copyOf(labels);
        flags = Set.copyOf(flags);
        requireId("sensor_id", sensorId);
        requireId("place_id", placeId);
    }

    private static void requireId(String field, String id) {
        if (id.isBlank() || id.length() > MAX_ID_LENGTH) {
            throw new IllegalArgumentException(
                    "%s '%s' has not 1 to %d characters".formatted(field, id, MAX_ID_LENGTH));
        }
    }
}

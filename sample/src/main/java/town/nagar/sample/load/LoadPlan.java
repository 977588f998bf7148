package town.nagar.sample.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import town.nagar.sample.publishing.MqttTarget;

/**
 * What load to make.
 *
 * @param sensorIds the sensors that seem to send, in turn; at least one a connection
 * @param messagesPerSecond of all connections together; infinite for as fast as acknowledged
 * @param mostInFlight unacknowledged messages a connection, 1 to 65535; the broker may ask for
 *     fewer
 * @param messages after so many it stops by itself
 * @param firstEventTime of each sensor's message 0
 * @param step between the event times of one sensor's messages; whole milliseconds, at least one
 */
public record LoadPlan(
        MqttTarget target,
        List<String> sensorIds,
        int connections,
        double messagesPerSecond,
        int mostInFlight,
        long messages,
        Instant firstEventTime,
        Duration step) {
    private static final int MOST_PACKET_IDS = 65_535;

    public LoadPlan {
        sensorIds = List.copyOf(sensorIds);
        require(!target.isTls(), "target", target.url(), "mqtt://, without TLS");
        require(connections >= 1, "connections", connections, "1 or more");
        require(
                sensorIds.size() >= connections,
                "sensors",
                sensorIds.size(),
                "at least one a connection, of which there are " + connections);
        require(messagesPerSecond > 0, "messagesPerSecond", messagesPerSecond, "above 0");
        require(
                mostInFlight >= 1 && mostInFlight <= MOST_PACKET_IDS,
                "mostInFlight",
                mostInFlight,
                "1 to " + MOST_PACKET_IDS);
        require(messages >= 1, "messages", messages, "1 or more");
        require(step.toMillis() >= 1, "step", step, "1 ms or more");
    }

    private static void require(boolean holds, String what, Object value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException("%s is %s: %s".formatted(what, value, allowed));
        }
    }

    /** As many sensor ids as wanted: prefix and five digits, from 00001. */
    public static List<String> numbered(String prefix, int sensors) {
        return IntStream.rangeClosed(1, sensors)
                .mapToObj(number -> "%s%05d".formatted(prefix, number))
                .toList();
    }

    /** The event time of a sensor's message, counted from 0. */
    public Instant eventTime(long sequence) {
        return firstEventTime.plusMillis(sequence * step.toMillis());
    }
}

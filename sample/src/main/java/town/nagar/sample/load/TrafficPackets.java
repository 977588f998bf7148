package town.nagar.sample.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes PUBLISH packets of MQTT 5 with a traffic reading each, without making objects.
 *
 * <p>A reading is a function of the sensor and its message's number, so it can be made again. Each
 * sensor's traffic creeps for one minute of six, another minute than its neighbours'.
 */
final class TrafficPackets {
    /** No packet is longer. */
    static final int MOST_BYTES = 512;

    private static final long MILLIS_A_MINUTE = 60_000;
    private static final int SLOW_EVERY_MINUTES = 6;
    private static final byte PUBLISH_QOS_1 = 0x32;
    private static final byte[] COUNT = bytes(",\"values\":{\"vehicle_count\":");
    private static final byte[] SPEED = bytes(",\"average_speed\":");
    private static final byte[] OCCUPANCY = bytes(",\"occupancy_percentage\":");
    private static final byte[] CARS = bytes(",\"car_count\":");
    private static final byte[] TWO_WHEELERS = bytes(",\"two_wheeler_count\":");
    private static final byte[] END = bytes("}}");

    private final byte[][] topics;
    private final byte[][] beginnings;
    private final long firstMillis;
    private final long stepMillis;

    TrafficPackets(List<String> sensorIds, long firstMillis, long stepMillis) {
        this.topics =
                sensorIds.stream().map(id -> bytes("nagar/traffic/" + id)).toArray(byte[][]::new);
        this.beginnings =
                sensorIds.stream()
                        .map(id -> bytes("{\"sensor_id\":\"" + id + "\",\"event_time\":"))
                        .toArray(byte[][]::new);
        this.firstMillis = firstMillis;
        this.stepMillis = stepMillis;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    int sensors() {
        return topics.length;
    }

    /**
     * Appends one packet.
     *
     * @param packetId 1 to 65535
     */
    void write(int sensor, long sequence, int packetId, ByteBuffer out) {
        out.put(PUBLISH_QOS_1);
        int lengthAt = out.position();
        out.putShort((short) 0);
        byte[] topic = topics[sensor];
        out.putShort((short) topic.length).put(topic).putShort((short) packetId).put((byte) 0);
        writePayload(sensor, sequence, out);
        int length = out.position() - lengthAt - 2;
        out.put(lengthAt, (byte) ((length & 0x7F) | 0x80)).put(lengthAt + 1, (byte) (length >> 7));
    }

    private void writePayload(int sensor, long sequence, ByteBuffer out) {
        int mixed = mix(sensor, sequence);
        int cars = mixed & 0xF;
        int twoWheelers = (mixed >>> 4) & 0x1F;
        int others = (mixed >>> 9) & 0x7;
        out.put(beginnings[sensor]);
        writeNumber(firstMillis + sequence * stepMillis, out);
        out.put(COUNT);
        writeNumber(cars + twoWheelers + others, out);
        out.put(SPEED);
        writeTenths(speedTenths(sensor, sequence, (mixed >>> 12) & 0xFF), out);
        out.put(OCCUPANCY);
        writeTenths(20 + ((mixed >>> 20) & 0xFF), out);
        out.put(CARS);
        writeNumber(cars, out);
        out.put(TWO_WHEELERS);
        writeNumber(twoWheelers, out);
        out.put(END);
    }

    /** In tenths of a kilometre an hour: 15.0 to 40.5 as a rule, 2.0 to 5.1 in the slow minute. */
    private int speedTenths(int sensor, long sequence, int chance) {
        long minute = (firstMillis + sequence * stepMillis) / MILLIS_A_MINUTE;
        boolean creeps = (minute + sensor) % SLOW_EVERY_MINUTES == 0;
        return creeps ? 20 + chance / 8 : 150 + chance;
    }

    private static int mix(int sensor, long sequence) {
        long mixed = (sequence + 0x9E3779B97F4A7C15L * (sensor + 1)) * 0xBF58476D1CE4E5B9L;
        return (int) (mixed >>> 32);
    }

    private static void writeTenths(int tenths, ByteBuffer out) {
        writeNumber(tenths / 10, out);
        out.put((byte) '.').put((byte) ('0' + tenths % 10));
    }

    private static void writeNumber(long number, ByteBuffer out) {
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        long rest = number;
        int end = out.position() + digits;
        for (int at = end - 1; at >= end - digits; at--) {
            out.put(at, (byte) ('0' + rest % 10));
            rest /= 10;
        }
        out.position(end);
    }
}

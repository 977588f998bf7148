package town.nagar.ingestion.publish;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A record as it lies in a spool file: length and checksum of the rest (4 bytes each), then topic,
 * key and value, each led by its length (2, 2 and 4 bytes).
 */
record SpoolRecord(String topic, String key, ByteBuffer value) {
    private static final int HEADER = 8;
    private static final int LENGTHS = 8;

    SpoolRecord {
        value = value.asReadOnlyBuffer();
    }

    byte[] valueBytes() {
        byte[] bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        return bytes;
    }

    static ByteBuffer encode(String topic, String key, byte[] value) {
        byte[] topicBytes = topic.getBytes(StandardCharsets.UTF_8);
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        int body = LENGTHS + topicBytes.length + keyBytes.length + value.length;
        ByteBuffer buffer = ByteBuffer.allocate(HEADER + body);
        buffer.position(HEADER);
        buffer.putShort((short) topicBytes.length).put(topicBytes);
        buffer.putShort((short) keyBytes.length).put(keyBytes);
        buffer.putInt(value.length).put(value);
        buffer.putInt(0, body).putInt(4, checksum(buffer, HEADER, body));
        return buffer.flip();
    }

    /**
     * The record at the buffer's position, which moves behind it; empty, and the position stays, if
     * the record is cut short or broken.
     */
    static Optional<SpoolRecord> decode(ByteBuffer buffer) {
        int start = buffer.position();
        if (buffer.remaining() < HEADER) {
            return Optional.empty();
        }
        int body = buffer.getInt(start);
        boolean whole = body >= LENGTHS && body <= buffer.remaining() - HEADER;
        if (!whole || buffer.getInt(start + 4) != checksum(buffer, start + HEADER, body)) {
            return Optional.empty();
        }
        buffer.position(start + HEADER);
        String topic = text(buffer);
        String key = text(buffer);
        int length = buffer.getInt();
        ByteBuffer value = buffer.slice(buffer.position(), length);
        buffer.position(start + HEADER + body);
        return Optional.of(new SpoolRecord(topic, key, value));
    }

    private static String text(ByteBuffer buffer) {
        byte[] bytes = new byte[Short.toUnsignedInt(buffer.getShort())];
        buffer.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int checksum(ByteBuffer buffer, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(buffer.slice(from, length));
        return (int) crc.getValue();
    }
}

package town.nagar.sample.load;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import town.nagar.sample.publishing.MqttTarget;

/** CONNECT and CONNACK of MQTT 5: OASIS MQTT 5.0, sections 3.1 and 3.2. */
final class Greeting {
    private static final int CONNACK = 0x20;
    private static final int CLEAN_START = 0x02;
    private static final int PASSWORD = 0x40;
    private static final int USER = 0x80;
    private static final int RECEIVE_MAXIMUM = 0x21;
    private static final int DEFAULT_RECEIVE_MAXIMUM = 65_535;
    private static final short KEEP_ALIVE_SECONDS = 60;
    private static final int MOST_BYTES = 1_024;

    private Greeting() {}

    /**
     * Introduces us on a blocking channel.
     *
     * @return how many unacknowledged messages the broker takes
     */
    static int exchange(SocketChannel channel, MqttTarget target, String clientId)
            throws IOException {
        ByteBuffer connect = connect(target, clientId);
        while (connect.hasRemaining()) {
            channel.write(connect);
        }
        DataInputStream in = new DataInputStream(Channels.newInputStream(channel));
        int header = in.readUnsignedByte();
        ByteBuffer answer = ByteBuffer.wrap(in.readNBytes(in.readUnsignedByte()));
        if (header != CONNACK || answer.remaining() < 3) {
            throw new IOException("the broker answered 0x%x to CONNECT".formatted(header));
        }
        int reason = answer.get(1) & 0xFF;
        if (reason != 0) {
            throw new RefusedException("the broker refused us, reason 0x%x".formatted(reason));
        }
        return receiveMaximum(answer.position(3));
    }

    private static ByteBuffer connect(MqttTarget target, String clientId) {
        ByteBuffer body = ByteBuffer.allocate(MOST_BYTES);
        boolean named = !target.user().isEmpty();
        putText("MQTT", body);
        body.put((byte) 5).put((byte) (CLEAN_START | (named ? USER | PASSWORD : 0)));
        body.putShort(KEEP_ALIVE_SECONDS).put((byte) 0);
        putText(clientId, body);
        if (named) {
            putText(target.user(), body);
            putText(target.password(), body);
        }
        int length = body.flip().remaining();
        ByteBuffer packet = ByteBuffer.allocate(length + 3);
        packet.put((byte) 0x10).put((byte) ((length & 0x7F) | 0x80)).put((byte) (length >> 7));
        return packet.put(body).flip();
    }

    private static void putText(String text, ByteBuffer out) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.putShort((short) bytes.length).put(bytes);
    }

    private static int receiveMaximum(ByteBuffer properties) throws IOException {
        while (properties.hasRemaining()) {
            int property = properties.get();
            if (property == RECEIVE_MAXIMUM) {
                return properties.getShort() & 0xFFFF;
            }
            skip(property, properties);
        }
        return DEFAULT_RECEIVE_MAXIMUM;
    }

    private static void skip(int property, ByteBuffer properties) throws IOException {
        int length =
                switch (property) {
                    case 0x24, 0x25, 0x28, 0x29, 0x2A -> 1;
                    case 0x13, 0x22 -> 2;
                    case 0x11, 0x27 -> 4;
                    case 0x12, 0x15, 0x16, 0x1A, 0x1C, 0x1F ->
                            2 + (properties.getShort(properties.position()) & 0xFFFF);
                    case 0x26 -> pairLength(properties);
                    default ->
                            throw new IOException("CONNACK with property 0x%x".formatted(property));
                };
        properties.position(properties.position() + length);
    }

    private static int pairLength(ByteBuffer properties) {
        int at = properties.position();
        int name = properties.getShort(at) & 0xFFFF;
        return 4 + name + (properties.getShort(at + 2 + name) & 0xFFFF);
    }
}

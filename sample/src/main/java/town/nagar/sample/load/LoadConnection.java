package town.nagar.sample.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import town.nagar.sample.publishing.MqttTarget;

/**
 * One MQTT 5 connection and its share of the sensors. Message n is reading n / sensors of sensor n
 * % sensors, so the count of messages acknowledged without a gap says all.
 */
final class LoadConnection {
    private static final int BUFFER_BYTES = 1 << 17;
    private static final int PACKET_IDS = 65_535;
    private static final int PUBACK = 0x40;
    private static final int PINGRESP = 0xD0;
    private static final int FIRST_REFUSAL = 0x80;
    private static final int MOST_PACKET_IN = 256;
    private static final byte[] PINGREQ = {(byte) 0xC0, 0};

    private final MqttTarget target;
    private final String clientId;
    private final TrafficPackets packets;
    private final int mostInFlight;
    private final boolean[] acknowledgedAhead;
    private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private SocketChannel channel;
    private SelectionKey key;
    private int window;
    private long next;
    private volatile long sent;
    private volatile long acknowledged;

    LoadConnection(
            MqttTarget target,
            String clientId,
            TrafficPackets packets,
            int mostInFlight,
            Selector selector)
            throws IOException {
        this.target = target;
        this.clientId = clientId;
        this.packets = packets;
        this.mostInFlight = mostInFlight;
        this.acknowledgedAhead = new boolean[mostInFlight];
        this.channel = open();
        this.key = register(selector);
    }

    private SocketChannel open() throws IOException {
        SocketChannel fresh =
                SocketChannel.open(new InetSocketAddress(target.host(), target.port()));
        try {
            fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
            window = Math.min(mostInFlight, Greeting.exchange(fresh, target, clientId));
            fresh.configureBlocking(false);
            return fresh;
        } catch (IOException e) {
            fresh.close();
            throw e;
        }
    }

    private SelectionKey register(Selector selector) throws IOException {
        return channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Connects anew and sends again what was not acknowledged. */
    void reconnect(Selector selector) throws IOException {
        close();
        channel = open();
        key = register(selector);
        next = acknowledged;
        Arrays.fill(acknowledgedAhead, false);
        out.clear();
        in.clear();
    }

    /**
     * Sends what may be sent and takes what has come.
     *
     * @param goal messages of this connection that may have been sent by now
     * @return whether there was anything to do
     */
    boolean work(long goal) throws IOException {
        long before = next + acknowledged;
        int read = channel.read(in);
        if (read < 0) {
            throw new IOException("the broker closed the connection");
        }
        if (read > 0) {
            takeAnswers();
        }
        fill(goal);
        flush();
        return read > 0 || next + acknowledged != before;
    }

    private void fill(long goal) {
        while (next < goal
                && next - acknowledged < window
                && out.remaining() >= TrafficPackets.MOST_BYTES) {
            int sensors = packets.sensors();
            packets.write((int) (next % sensors), next / sensors, packetId(next), out);
            next++;
        }
        sent = Math.max(sent, next);
    }

    private static int packetId(long message) {
        return (int) (message % PACKET_IDS) + 1;
    }

    private void flush() throws IOException {
        out.flip();
        if (out.hasRemaining()) {
            channel.write(out);
        }
        boolean full = out.hasRemaining();
        out.compact();
        key.interestOps(full ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /** Tells the broker that we are still here. */
    void ping() throws IOException {
        if (out.remaining() >= PINGREQ.length) {
            out.put(PINGREQ);
            flush();
        }
    }

    private void takeAnswers() throws IOException {
        in.flip();
        while (in.remaining() >= 2 && in.remaining() >= 2 + in.get(in.position() + 1)) {
            takeAnswer(in.get() & 0xFF, in.get());
        }
        in.compact();
    }

    private void takeAnswer(int header, int length) throws IOException {
        if (length < 0 || length > MOST_PACKET_IN || (header != PUBACK && header != PINGRESP)) {
            throw new IOException(
                    "the broker sent packet 0x%x of %d bytes: not an acknowledgement"
                            .formatted(header, length));
        }
        int end = in.position() + length;
        if (header == PUBACK) {
            int packetId = in.getShort() & 0xFFFF;
            if (length > 2 && (in.get() & 0xFF) >= FIRST_REFUSAL) {
                throw new RefusedException(
                        "the broker refused a message, reason 0x%x"
                                .formatted(in.get(in.position() - 1)));
            }
            acknowledge(packetId);
        }
        in.position(end);
    }

    private void acknowledge(int packetId) {
        long first = acknowledged;
        long ahead = Math.floorMod(packetId - packetId(first), PACKET_IDS);
        if (first + ahead >= next) {
            return; // of a message sent before a reconnect
        }
        acknowledgedAhead[slot(first + ahead)] = true;
        while (first < next && acknowledgedAhead[slot(first)]) {
            acknowledgedAhead[slot(first)] = false;
            first++;
        }
        acknowledged = first;
    }

    private int slot(long message) {
        return (int) (message % mostInFlight);
    }

    long sent() {
        return sent;
    }

    /** Messages acknowledged without a gap, from message 0. */
    long acknowledged() {
        return acknowledged;
    }

    /** Messages of one of its sensors acknowledged without a gap. */
    long acknowledgedOf(int sensor) {
        int sensors = packets.sensors();
        return (acknowledged - sensor + sensors - 1) / sensors;
    }

    void close() throws IOException {
        key.cancel();
        channel.close();
    }
}

package town.nagar.sample.publishing;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/**
 * The receiving half of an MQTT 5 broker on a real socket: takes what is published with QoS 1 and
 * acknowledges it, and can hang up in the middle, which a whole broker cannot be told to do.
 *
 * <p>OASIS MQTT 5.0, sections 2.1 and 3.1 to 3.14.
 */
public final class SocketBroker implements AutoCloseable {
    private static final int CONNECT = 1;
    private static final int PUBLISH = 3;
    private static final int PINGREQ = 12;

    private final ServerSocket server;
    private final int receiveMaximum;
    private final IntPredicate hangsUpAt;
    private final List<Message> messages = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger seen = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();

    /** What was published. */
    public record Message(String topic, String payload) {}

    private SocketBroker(ServerSocket server, int receiveMaximum, IntPredicate hangsUpAt) {
        this.server = server;
        this.receiveMaximum = receiveMaximum;
        this.hangsUpAt = hangsUpAt;
    }

    /**
     * Listens on a free port.
     *
     * @param receiveMaximum what it tells clients they may have in flight
     * @param hangsUpAt the numbers of the publishes, from 1, at which it closes instead of
     *     answering
     */
    public static SocketBroker start(int receiveMaximum, IntPredicate hangsUpAt)
            throws IOException {
        return startAt(0, receiveMaximum, hangsUpAt);
    }

    /** Listens on a port. */
    static SocketBroker startAt(int port, int receiveMaximum, IntPredicate hangsUpAt)
            throws IOException {
        ServerSocket server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        SocketBroker broker = new SocketBroker(server, receiveMaximum, hangsUpAt);
        Thread.ofVirtual().start(broker::accept);
        return broker;
    }

    public String url() {
        return "mqtt://127.0.0.1:" + server.getLocalPort();
    }

    /** All that was acknowledged, in order. */
    public List<Message> messages() {
        synchronized (messages) {
            return List.copyOf(messages);
        }
    }

    public int connections() {
        return connections.get();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (SocketException _) {
            // closed by the test
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in =
                    new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            while (answer(in.readUnsignedByte(), in, socket.getOutputStream())) {
                // next packet
            }
        } catch (EOFException | SocketException _) {
            // the client left
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answer(int header, DataInputStream in, OutputStream out) throws IOException {
        ByteBuffer body = ByteBuffer.wrap(in.readNBytes(length(in)));
        switch (header >> 4) {
            case CONNECT ->
                    out.write(
                            new byte[] {
                                0x20,
                                6,
                                0,
                                0,
                                3,
                                0x21,
                                (byte) (receiveMaximum >> 8),
                                (byte) receiveMaximum
                            });
            case PUBLISH -> {
                if (hangsUpAt.test(seen.incrementAndGet())) {
                    return false;
                }
                out.write(take(body));
            }
            case PINGREQ -> out.write(new byte[] {(byte) 0xD0, 0});
            default -> {
                return false;
            }
        }
        out.flush();
        return true;
    }

    /** Keeps a message and gives its acknowledgement. */
    private byte[] take(ByteBuffer body) {
        byte[] topic = new byte[body.getShort() & 0xFFFF];
        body.get(topic);
        int packet = body.getShort() & 0xFFFF;
        int properties = body.get();
        body.position(body.position() + properties);
        byte[] payload = new byte[body.remaining()];
        body.get(payload);
        messages.add(
                new Message(
                        new String(topic, StandardCharsets.UTF_8),
                        new String(payload, StandardCharsets.UTF_8)));
        return new byte[] {0x40, 2, (byte) (packet >> 8), (byte) packet};
    }

    private static int length(DataInputStream in) throws IOException {
        int length = 0;
        int shift = 0;
        int next;
        do {
            next = in.readUnsignedByte();
            length |= (next & 0x7F) << shift;
            shift += 7;
        } while ((next & 0x80) != 0);
        return length;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

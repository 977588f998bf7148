package town.nagar.supervisor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Senders of MQTT 3.1.1 that send as fast as they can and wait for no acknowledgement. */
class FloodTest {
    private static final int SENDERS = 16;
    private static final int SECONDS = 12;
    private static final int PACKETS_AT_ONCE = 200;

    /** Of a PUBACK. */
    private static final int ACKNOWLEDGEMENT_BYTES = 4;

    private final AtomicLong bytesBack = new AtomicLong();
    private final List<Throwable> broken = new ArrayList<>();

    @Test
    void theBrokerReadsNoMoreThanItCanHold() throws Exception {
        try (RunningServers servers = EphemeralServers.start(Set.of(ServerName.MQTT), Map.of())) {
            long before = TestTown.pid(servers, "mqtt");
            List<Socket> sockets = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                sockets.add(flood(servers, "flood-" + sender));
            }
            TimeUnit.SECONDS.sleep(SECONDS); // what is shown is that nothing happens to the broker

            assertThat(TestTown.pid(servers, "mqtt")).isEqualTo(before);
            assertThat(ProcessHandle.of(before)).hasValueSatisfying(ProcessHandle::isAlive);
            assertThat(broken).isEmpty();
            assertThat(bytesBack.get() / ACKNOWLEDGEMENT_BYTES).isGreaterThan(10_000);
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private Socket flood(RunningServers servers, String client) throws IOException {
        URI url = URI.create(servers.setting("nagar.mqtt.url"));
        Socket socket = new Socket(url.getHost(), url.getPort());
        socket.getOutputStream().write(connect(servers, client));
        byte[] packets = publishes();
        Thread.startVirtualThread(() -> countBack(socket));
        Thread.startVirtualThread(() -> send(socket, packets));
        return socket;
    }

    private void send(Socket socket, byte[] packets) {
        try {
            OutputStream out = socket.getOutputStream();
            while (!socket.isClosed()) {
                out.write(packets);
            }
        } catch (IOException e) {
            note(socket, e);
        }
    }

    private void countBack(Socket socket) {
        try {
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[65_536];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytesBack.addAndGet(read);
            }
        } catch (IOException e) {
            note(socket, e);
        }
    }

    private void note(Socket socket, IOException e) {
        synchronized (broken) {
            if (!socket.isClosed()) {
                broken.add(e);
            }
        }
    }

    private static byte[] connect(RunningServers servers, String client) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        out.writeUTF("MQTT");
        out.writeByte(4); // version 3.1.1
        out.writeByte(0xC2); // user, password, clean session
        out.writeShort(0); // no keep-alive
        out.writeUTF(client);
        out.writeUTF(servers.setting("nagar.mqtt.user"));
        out.writeUTF(servers.setting("nagar.mqtt.password"));
        return packet(0x10, body.toByteArray());
    }

    private static byte[] publishes() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int id = 1; id <= PACKETS_AT_ONCE; id++) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(body);
            out.writeUTF("nagar/traffic/T" + id);
            out.writeShort(id);
            out.write("x".repeat(250).getBytes(UTF_8));
            all.write(packet(0x32, body.toByteArray())); // quality of service 1
        }
        return all.toByteArray();
    }

    private static byte[] packet(int type, byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(type);
        int left = body.length;
        do {
            out.write(left % 128 | (left >= 128 ? 0x80 : 0));
            left /= 128;
        } while (left > 0);
        out.write(body);
        return out.toByteArray();
    }
}

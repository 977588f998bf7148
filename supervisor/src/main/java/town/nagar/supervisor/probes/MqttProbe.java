package town.nagar.supervisor.probes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** CONNECT with a clean session, no client id and 10 s keep-alive; CONNACK must say accepted. */
record MqttProbe(int port, String user, String password) implements Probe {
    private static final byte[] ACCEPTED = {0x20, 2, 0, 0};
    private static final byte[] DISCONNECT = {(byte) 0xe0, 0};
    private static final int LEVEL_3_1_1 = 4;
    private static final int USER_PASSWORD_CLEAN = 0b1100_0010;
    private static final int KEEP_ALIVE_SECONDS = 10;

    @Override
    public boolean ready() throws IOException {
        try (var wire = new Wire(port)) {
            wire.out.write(connect());
            wire.out.flush();
            boolean accepted = Arrays.equals(wire.read(ACCEPTED.length), ACCEPTED);
            wire.out.write(DISCONNECT);
            wire.out.flush();
            return accepted;
        }
    }

    private byte[] connect() throws IOException {
        var body = new ByteArrayOutputStream();
        var out = new DataOutputStream(body);
        out.writeUTF("MQTT");
        out.write(new byte[] {LEVEL_3_1_1, (byte) USER_PASSWORD_CLEAN, 0, KEEP_ALIVE_SECONDS});
        out.writeUTF("");
        out.writeUTF(user);
        out.writeShort(password.getBytes(UTF_8).length);
        out.write(password.getBytes(UTF_8));
        if (body.size() > 127) {
            throw new IOException("credentials of more than 100 bytes");
        }
        var packet = new ByteArrayOutputStream();
        packet.write(0x10);
        packet.write(body.size());
        packet.writeBytes(body.toByteArray());
        return packet.toByteArray();
    }

    @Override
    public String toString() {
        return "MqttProbe[port=" + port + ", user=" + user + ", password=***]";
    }
}

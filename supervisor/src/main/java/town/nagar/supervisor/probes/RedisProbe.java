package town.nagar.supervisor.probes;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.Arrays;

/** AUTH and PING as inline commands. */
record RedisProbe(int port, String password) implements Probe {
    private static final byte[] ANSWER = "+OK\r\n+PONG\r\n".getBytes(US_ASCII);

    @Override
    public boolean ready() throws IOException {
        try (var wire = new Wire(port)) {
            wire.out.write(("AUTH " + password + "\r\nPING\r\n").getBytes(US_ASCII));
            wire.out.flush();
            return Arrays.equals(wire.read(ANSWER.length), ANSWER);
        }
    }

    @Override
    public String toString() {
        return "RedisProbe[port=" + port + ", password=***]";
    }
}

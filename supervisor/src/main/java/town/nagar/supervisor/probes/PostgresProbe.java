package town.nagar.supervisor.probes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/** The start-up message of protocol 3.0; the first byte of the answer tells. */
record PostgresProbe(int port, String user, String database) implements Probe {
    private static final int PROTOCOL_3_0 = 3 << 16;

    @Override
    public boolean ready() throws IOException {
        byte[] parameters = ("user\0" + user + "\0database\0" + database + "\0\0").getBytes(UTF_8);
        try (var wire = new Wire(port)) {
            wire.out.writeInt(4 + 4 + parameters.length);
            wire.out.writeInt(PROTOCOL_3_0);
            wire.out.write(parameters);
            wire.out.flush();
            return wire.in.readByte() == 'R'; // 'E' while it recovers or starts up
        }
    }
}

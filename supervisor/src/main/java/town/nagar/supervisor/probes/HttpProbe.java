package town.nagar.supervisor.probes;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;

/** One GET by HTTP/1.0; the status line tells. */
record HttpProbe(int port, String path) implements Probe {
    @Override
    public boolean ready() throws IOException {
        try (var wire = new Wire(port)) {
            wire.out.write(
                    ("GET " + path + " HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n").getBytes(US_ASCII));
            wire.out.flush();
            return new String(wire.read("HTTP/1.1 200".length()), US_ASCII).endsWith(" 200");
        }
    }
}

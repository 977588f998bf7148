package town.nagar.supervisor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Which loopback port each server has, kept between starts.
 *
 * <p>Ports lie below the range from which systems take those of outgoing connections. The first
 * guess follows from data folder and name, so that two towns rarely meet.
 */
final class Ports {
    private static final int FIRST = 20_000;
    private static final int COUNT = 12_000;

    private final Path dataDir;
    private final PropertyFile file;

    Ports(Path dataDir) {
        this.dataDir = dataDir;
        this.file = new PropertyFile(dataDir.resolve("ports.properties"));
    }

    /**
     * The port of a server that doesn't run at present: the remembered one if it is free, else
     * another.
     */
    synchronized int pick(String name) throws IOException {
        Map<String, String> ports = file.read();
        int port = Integer.parseInt(ports.getOrDefault(name, "0"));
        for (int attempt = 0; port == 0 || !isFree(port); attempt++) {
            port = guess(name, attempt);
            if (ports.containsValue(Integer.toString(port))) {
                port = 0;
            }
            if (attempt > COUNT) {
                throw new IOException("no free port from %d on".formatted(FIRST));
            }
        }
        ports.put(name, Integer.toString(port));
        file.write(ports);
        return port;
    }

    private int guess(String name, int attempt) {
        return FIRST + Math.floorMod(Objects.hash(dataDir.toString(), name) + 7 * attempt, COUNT);
    }

    /** Whether a server could listen there now. */
    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

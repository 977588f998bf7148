package town.nagar.town.up;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import town.nagar.town.cli.UsageException;

/** The port that people and programs reach the town by. */
final class HttpPort {
    private HttpPort() {}

    /**
     * Says so before anything starts if another program has the port.
     *
     * @throws UsageException naming the port
     */
    static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
        } catch (IOException e) {
            throw new UsageException(
                    "port %d is in use by another program; choose another by --port"
                            .formatted(port));
        }
    }
}

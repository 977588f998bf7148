package town.nagar.supervisor.probes;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A connection to a loopback port whose every step ends within two seconds. */
final class Wire implements AutoCloseable {
    private static final int TIMEOUT_MILLISECONDS = 2_000;

    /** The longest answer that is read: more is not an answer to any of our questions. */
    private static final int LONGEST_ANSWER_BYTES = 1 << 20;

    private final Socket socket = new Socket();
    final DataOutputStream out;
    final DataInputStream in;

    Wire(int port) throws IOException {
        try {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    TIMEOUT_MILLISECONDS);
            socket.setSoTimeout(TIMEOUT_MILLISECONDS);
            out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            in = new DataInputStream(socket.getInputStream());
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    byte[] read(int bytes) throws IOException {
        if (bytes < 0 || bytes > LONGEST_ANSWER_BYTES) {
            throw new IOException("answer of " + bytes + " bytes");
        }
        byte[] answer = new byte[bytes];
        in.readFully(answer);
        return answer;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

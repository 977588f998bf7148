package town.nagar.supervisor.probes;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * DescribeCluster, version 0, by the Kafka protocol guide (API key 60).
 *
 * <p>The answer holds: correlation id (4 bytes), no tags (1), throttle time (4), error code (2),
 * error message, cluster id, controller id (4) and the brokers, strings and arrays in the compact
 * form whose length is one more than it says.
 */
record KafkaProbe(int port) implements Probe {
    private static final short DESCRIBE_CLUSTER = 60;
    private static final byte[] REQUEST = {
        0, DESCRIBE_CLUSTER, 0, 0, 0, 0, 0, 1, -1, -1, 0, 0, 0 // no client id, no tags, no details
    };

    @Override
    public boolean ready() throws IOException {
        try (var wire = new Wire(port)) {
            wire.out.writeInt(REQUEST.length);
            wire.out.write(REQUEST);
            wire.out.flush();
            return hasBroker(ByteBuffer.wrap(wire.read(wire.in.readInt())));
        }
    }

    private static boolean hasBroker(ByteBuffer answer) {
        answer.position(4 + 1 + 4);
        boolean good = answer.getShort() == 0;
        skipString(answer);
        skipString(answer);
        answer.getInt();
        return good && answer.get() > 1;
    }

    private static void skipString(ByteBuffer answer) {
        int length = answer.get();
        answer.position(answer.position() + Math.max(0, length - 1));
    }
}

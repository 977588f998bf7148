package town.nagar.supervisor.probes;

import java.io.IOException;

/** One question to a server on the loopback address, answered within two seconds. */
@FunctionalInterface
public interface Probe {
    /**
     * Whether the server serves now.
     *
     * @throws IOException if it can't be reached or answers something unexpected
     */
    boolean ready() throws IOException;

    /** A server that has no protocol to ask: it serves as long as it runs. */
    static Probe running() {
        return () -> true;
    }

    /** Ready when the broker describes its cluster and knows itself as a broker. */
    static Probe kafka(int port) {
        return new KafkaProbe(port);
    }

    /**
     * Ready when a start-up packet is answered by a request to authenticate, as pg_isready asks.
     */
    static Probe postgres(int port, String user, String database) {
        return new PostgresProbe(port, user, database);
    }

    /** Ready when PING is answered by PONG, which a server still loading its data refuses. */
    static Probe redis(int port, String password) {
        return new RedisProbe(port, password);
    }

    /** Ready when {@code buildInfo} is answered with {@code ok: 1}. */
    static Probe mongo(int port) {
        return new MongoProbe(port);
    }

    /** Ready when GET of the path is answered with status 200. */
    static Probe http(int port, String path) {
        return new HttpProbe(port, path);
    }

    /** Ready when an MQTT 3.1.1 CONNECT with these credentials is accepted. */
    static Probe mqtt(int port, String user, String password) {
        return new MqttProbe(port, user, password);
    }
}

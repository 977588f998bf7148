package town.nagar.supervisor;

import java.io.IOException;
import java.util.Map;
import town.nagar.supervisor.binaries.Choice;
import town.nagar.supervisor.processes.Launch;

/** One kind of backing server: where its program comes from, how it runs, how it is reached. */
sealed interface Server
        permits DocumentsServer,
                KafkaServer,
                MqttBroker,
                ObjectsServer,
                PostgresServer,
                RedisServer {
    ServerName name();

    /**
     * Finds the program, in the order of preference; called once in a supervisor's life.
     *
     * @throws IOException if there is none for this machine
     */
    Choice choose() throws IOException;

    /**
     * Makes what must be there before it runs, and says how to run it.
     *
     * @param port free when this is called
     */
    Launch prepare(Choice choice, int port) throws IOException;

    /** What clients need to reach it: settings by their keys, secrets included. */
    Map<String, String> settings(int port) throws IOException;

    /** Where it is reached, without secrets. */
    String url(int port);
}

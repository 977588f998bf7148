package town.nagar.servers.mqtt;

import java.nio.file.Path;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/** Serves MQTT 3.1, 3.1.1 and 5 on the loopback address. */
public final class MqttServer {
    private MqttServer() {}

    /**
     * Serves until the process is asked to end.
     *
     * @param args the port, the data folder, the file of the town's own user and the gateways' file
     * @throws Exception if the broker can't start
     */
    public static void main(String[] args) throws Exception {
        var users = new Users(Path.of(args[2]), Path.of(args[3]));
        EmbeddedActiveMQ broker =
                new EmbeddedActiveMQ()
                        .setConfiguration(
                                BrokerSettings.of(Integer.parseInt(args[0]), Path.of(args[1])))
                        .setSecurityManager(new TopicRights(users));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(broker), "shutdown"));
        broker.start();
        ActiveMQServer server = broker.getActiveMQServer();
        server.registerBrokerPlugin(new Greeting(server.getStorageManager()));
        server.registerBrokerPlugin(new PacketIds(server));
        server.registerBrokerPlugin(new GatheredFlushes());
        Publishers publishers = new Publishers();
        publishers.watch(server);
        PublisherBrake brake = new PublisherBrake(publishers);
        server.registerBrokerPlugin(brake);
        brake.watch(server);
    }

    private static void stop(EmbeddedActiveMQ broker) {
        try {
            broker.stop();
        } catch (Exception e) {
            System.err.println("the broker didn't stop in order: " + e);
        }
    }
}

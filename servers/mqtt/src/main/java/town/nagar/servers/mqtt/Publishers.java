package town.nagar.servers.mqtt;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.remoting.Connection;

/**
 * Bounds the messages that the broker has read and not acknowledged: beyond its share of {@value
 * #MOST_TOGETHER} a connection is not read.
 *
 * <p>The broker decodes what comes from the network on one thread and routes it on another, with an
 * unbounded queue between them: while the processor was busy elsewhere, senders that wait for no
 * acknowledgement filled the memory, and the broker ended.
 *
 * <p>A message of quality of service 0 is never acknowledged, and not counted.
 */
final class Publishers implements ActiveMQServerPlugin {
    private static final int MOST_TOGETHER = 16_384;

    /** A share that keeps a lone sender busy while its last messages are written. */
    private static final int MOST_OF_ONE = 2_048;

    private static final int LEAST_OF_ONE = 16;

    private final Map<Connection, Publisher> connected = new ConcurrentHashMap<>();

    /** Sees all packets of a server that has started. */
    void watch(ActiveMQServer server) {
        server.registerBrokerPlugin(this);
        MQTTInterceptor in = (packet, connection) -> in(packet, of(connection));
        MQTTInterceptor out = (packet, connection) -> out(packet, of(connection));
        server.getRemotingService().addIncomingInterceptor(in);
        server.getRemotingService().addOutgoingInterceptor(out);
    }

    Publisher of(RemotingConnection connection) {
        return connected.computeIfAbsent(connection.getTransportConnection(), Publisher::new);
    }

    private boolean in(MqttMessage packet, Publisher publisher) {
        if (packet.fixedHeader().messageType() == MqttMessageType.PUBLISH
                && packet.fixedHeader().qosLevel() != MqttQoS.AT_MOST_ONCE) {
            publisher.sent(share());
        }
        return true;
    }

    private boolean out(MqttMessage packet, Publisher publisher) {
        MqttMessageType type = packet.fixedHeader().messageType();
        if (type == MqttMessageType.PUBACK || type == MqttMessageType.PUBREC) {
            publisher.acknowledged(share());
        }
        return true;
    }

    private int share() {
        return Math.clamp(MOST_TOGETHER / connected.size(), LEAST_OF_ONE, MOST_OF_ONE);
    }

    @Override
    public void afterDestroyConnection(RemotingConnection connection) {
        connected.remove(connection.getTransportConnection());
    }
}

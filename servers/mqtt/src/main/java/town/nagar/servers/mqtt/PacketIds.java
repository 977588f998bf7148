package town.nagar.servers.mqtt;

import java.util.Optional;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTConnection;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTSessionState;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTStateManager;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;

/**
 * Frees the packet identifiers of messages that a reader went without acknowledging.
 *
 * <p>The broker sends these again under new identifiers and keeps the old ones taken: of the 65,535
 * that there are, none was left after some dozens of readers that went, and nothing was delivered
 * any more.
 */
final class PacketIds implements ActiveMQServerPlugin {
    private static final int MOST = 65_535;

    private final MQTTStateManager sessions;

    PacketIds(ActiveMQServer server) throws Exception {
        this.sessions = MQTTStateManager.getInstance(server);
    }

    /** Called when a client has connected, before it is sent what its session kept. */
    @Override
    public void afterCreateSession(ServerSession session) {
        if (session.getRemotingConnection() instanceof MQTTConnection connection) {
            Optional.ofNullable(sessions.getSessionStates().get(connection.getClientID()))
                    .map(MQTTSessionState::getOutboundStore)
                    .ifPresent(PacketIds::free);
        }
    }

    /** Identifiers go on from the newest, so that a late acknowledgement meets no other message. */
    private static void free(MQTTSessionState.OutboundStore store) {
        for (int id = 1; id <= MOST; id++) {
            store.publishAckd(id);
        }
        store.resetSendQuota();
    }
}

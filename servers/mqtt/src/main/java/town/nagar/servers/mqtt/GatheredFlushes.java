package town.nagar.servers.mqtt;

import io.netty.handler.flush.FlushConsolidationHandler;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Sends what is ready for a client in one call to the system: the broker flushes each packet by
 * itself, a call and a waking of the reader for each message and each acknowledgement.
 */
final class GatheredFlushes implements ActiveMQServerPlugin {
    private static final int AT_MOST = 256;

    @Override
    public void afterCreateConnection(RemotingConnection connection) {
        if (connection.getTransportConnection() instanceof NettyConnection netty) {
            netty.getChannel().pipeline().addFirst(new FlushConsolidationHandler(AT_MOST, true));
        }
    }
}

package town.nagar.servers.mqtt;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.postoffice.RoutingStatus;
import org.apache.activemq.artemis.core.postoffice.impl.LocalQueueBinding;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets publishers wait while whoever reads their messages has fallen behind: their connections are
 * not read, so that acknowledgements slow down to the reader's pace and nothing piles up.
 *
 * <p>While nobody reads, nobody waits: messages go to the disk until the reader is back.
 */
final class PublisherBrake implements ActiveMQServerPlugin {
    /** Messages in a queue, those on their way to the reader included. */
    static final long WAIT_ABOVE = 8_000;

    static final long GO_ON_BELOW = 4_000;

    private static final Logger LOG = LoggerFactory.getLogger(PublisherBrake.class);
    private static final long LOOK_MILLIS = 10;

    private final Publishers publishers;
    private final Set<Publisher> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean on;

    PublisherBrake(Publishers publishers) {
        this.publishers = publishers;
    }

    /** Looks at the queues of a server that has started, every {@value #LOOK_MILLIS} ms. */
    void watch(ActiveMQServer server) {
        var _ =
                server.getScheduledPool()
                        .scheduleWithFixedDelay(
                                () -> lookAt(server),
                                LOOK_MILLIS,
                                LOOK_MILLIS,
                                TimeUnit.MILLISECONDS);
    }

    /** Should a look fail, publishers go on: the next look must not be the last either. */
    private void lookAt(ActiveMQServer server) {
        try {
            look(queues(server));
        } catch (RuntimeException e) {
            LOG.warn("queues could not be looked at", e);
            look(List.of());
        }
    }

    /** Queues that are being read. */
    private static List<Queue> queues(ActiveMQServer server) {
        return server.getPostOffice()
                .getAllBindings()
                .filter(LocalQueueBinding.class::isInstance)
                .map(binding -> ((LocalQueueBinding) binding).getQueue())
                .filter(queue -> queue.getConsumerCount() > 0)
                .toList();
    }

    /**
     * While publishers wait, nothing comes in that would make the broker go on sending: a reader
     * that took up its session again acknowledges what it was sent before, and for that the broker
     * does not send more by itself.
     */
    private void look(List<Queue> queues) {
        long longest = queues.stream().mapToLong(Queue::getMessageCount).max().orElse(0);
        on = longest > (on ? GO_ON_BELOW : WAIT_ABOVE);
        if (on) {
            queues.forEach(Queue::deliverAsync);
        } else {
            waiting.forEach(this::goOn);
        }
    }

    /**
     * Takes off the list before it lets go, as {@link #afterSend} puts on the list after it has
     * held: of a connection that both have in hand at once, none is held that is not listed.
     */
    private void goOn(Publisher publisher) {
        waiting.remove(publisher);
        publisher.letGo(Publisher.Reason.SLOW_READER);
    }

    @Override
    public void afterSend(
            ServerSession session,
            @Nullable Transaction transaction,
            Message message,
            boolean direct,
            boolean noAutoCreateQueue,
            RoutingStatus result) {
        if (on) {
            Publisher publisher = publishers.of(session.getRemotingConnection());
            publisher.hold(Publisher.Reason.SLOW_READER);
            waiting.add(publisher);
        }
    }
}

package town.nagar.servers.mqtt;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.io.IOCallback;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.apache.activemq.artemis.core.postoffice.QueueBinding;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.jspecify.annotations.Nullable;

/**
 * Lets a reader be told that it is connected before it is sent what its session kept, as MQTT
 * demands [MQTT-3.2.0-1]; clients hang up otherwise.
 *
 * <p>The broker hands over the acknowledgement of a connection once the disk has all that its
 * thread wrote before, and goes on to the session's messages at once: with a busy disk these
 * overtook it. What is asked for after the acknowledgement is done after it.
 */
final class Greeting implements ActiveMQServerPlugin {
    private static final long MOST_SECONDS = 10;

    private final StorageManager storage;

    Greeting(StorageManager storage) {
        this.storage = storage;
    }

    /** Called by the thread that acknowledged the connection, before the first message is sent. */
    @Override
    public void beforeCreateConsumer(
            long consumer,
            QueueBinding queue,
            @Nullable SimpleString filter,
            boolean browses,
            boolean takesLargeMessages) {
        CountDownLatch written = new CountDownLatch(1);
        storage.afterCompleteOperations(
                new IOCallback() {
                    @Override
                    public void done() {
                        written.countDown();
                    }

                    @Override
                    public void onError(int code, String message) {
                        written.countDown();
                    }
                });
        try {
            var _ = written.await(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

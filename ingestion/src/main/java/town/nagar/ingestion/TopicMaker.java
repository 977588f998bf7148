package town.nagar.ingestion;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.ingestion.publish.OutletException;
import town.nagar.ingestion.publish.PublishSettings;
import town.nagar.ingestion.publish.TopicSetup;

/** Makes the topics at the start, and goes on trying while Kafka is away. */
final class TopicMaker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicMaker.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private TopicMaker(String kafka, PublishSettings settings) {
        thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("topic-maker")
                        .unstarted(() -> make(kafka, settings));
    }

    static TopicMaker start(String kafka, PublishSettings settings) {
        TopicMaker maker = new TopicMaker(kafka, settings);
        maker.thread.start();
        return maker;
    }

    private void make(String kafka, PublishSettings settings) {
        try {
            boolean done = false;
            while (!done) {
                done = made(kafka, settings) || closed.await(PAUSE.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean made(String kafka, PublishSettings settings) {
        try {
            TopicSetup.ensure(kafka, settings);
            LOG.info("topics are there");
            return true;
        } catch (OutletException e) {
            LOG.warn("topics not made yet, trying again cause={}", e.toString());
            return false;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
    }
}

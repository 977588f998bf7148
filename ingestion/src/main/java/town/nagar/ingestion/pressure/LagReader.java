package town.nagar.ingestion.pressure;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.contracts.KafkaAccess;
import town.nagar.contracts.Topics;
import town.nagar.contracts.json.ContractJson;
import town.nagar.contracts.readings.StreamLag;

/** Follows what the streams tell of how far they are behind. */
public final class LagReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LagReader.class);
    private static final List<TopicPartition> TOPIC =
            List.of(new TopicPartition(Topics.STREAM_LAG, 0));
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(3);

    private final StreamLags lags;
    private final Map<String, Object> access;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private LagReader(StreamLags lags, Map<String, Object> access) {
        this.lags = lags;
        this.access = access;
        thread = Thread.ofPlatform().daemon().name("lag-reader").unstarted(this::run);
    }

    /**
     * Starts to follow.
     *
     * @param bootstrap host:port of Kafka, several joined by commas
     */
    public static LagReader start(StreamLags lags, String bootstrap) {
        Map<String, Object> access = KafkaAccess.of(bootstrap);
        access.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        access.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        access.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        LagReader reader = new LagReader(lags, access);
        reader.thread.start();
        return reader;
    }

    private void run() {
        boolean ended = false;
        while (!ended) {
            try (Consumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(
                            access, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                follow(consumer);
            } catch (InterruptedException | InterruptException e) {
                LOG.debug("lag reader was interrupted");
            } catch (KafkaException e) {
                LOG.warn("lag of the streams is not known, trying again cause={}", e.toString());
            }
            ended = pause();
        }
    }

    private boolean pause() {
        try {
            return closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) throws InterruptedException {
        consumer.assign(TOPIC);
        while (!closed.await(0, TimeUnit.MILLISECONDS)) {
            consumer.poll(POLL).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            lags.told(ContractJson.read(record.value(), StreamLag.class));
        } catch (UncheckedIOException | IllegalArgumentException e) {
            LOG.warn("lag is not readable offset={} cause={}", record.offset(), e.toString());
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            if (!thread.join(PATIENCE_AT_CLOSE)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

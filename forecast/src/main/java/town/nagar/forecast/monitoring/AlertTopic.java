package town.nagar.forecast.monitoring;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.contracts.KafkaAccess;
import town.nagar.contracts.Topics;
import town.nagar.contracts.alerts.AlertEvent;
import town.nagar.contracts.json.ContractJson;

/**
 * Alerts on Kafka's topic, where the data service takes them up. There are few, so that a producer
 * is opened for those that wait and closed again.
 */
final class AlertTopic implements Alerts {
    private static final Logger LOG = LoggerFactory.getLogger(AlertTopic.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_WAITING = 1000;

    private final String bootstrap;
    private final Queue<AlertEvent> waiting = new ConcurrentLinkedQueue<>();

    /**
     * A way to Kafka.
     *
     * @param bootstrap host:port of Kafka, several joined by commas
     */
    AlertTopic(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public void send(AlertEvent event) {
        if (waiting.size() < MOST_WAITING) {
            waiting.add(event);
        } else {
            LOG.warn("alert not kept, too many wait for Kafka id={}", event.alertId());
        }
    }

    /** Sends what waits; what Kafka does not take waits on. */
    void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(
                        settings(bootstrap), new StringSerializer(), new ByteArraySerializer())) {
            for (AlertEvent next = waiting.peek(); next != null; next = waiting.peek()) {
                producer.send(
                                new ProducerRecord<>(
                                        Topics.ALERTS, next.placeId(), ContractJson.write(next)))
                        .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                waiting.remove();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.warn("alerts not sent waiting={} cause={}", waiting.size(), e.toString());
        }
    }

    private static Map<String, Object> settings(String bootstrap) {
        Map<String, Object> map = KafkaAccess.of(bootstrap);
        int patience = (int) PATIENCE.toMillis();
        map.put(ProducerConfig.ACKS_CONFIG, "all");
        map.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience);
        map.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience / 2);
        map.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
        map.put(ProducerConfig.CLIENT_ID_CONFIG, "nagar-forecast");
        return map;
    }
}

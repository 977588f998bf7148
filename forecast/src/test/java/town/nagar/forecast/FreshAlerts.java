package town.nagar.forecast;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import town.nagar.contracts.Topics;
import town.nagar.contracts.alerts.AlertEvent;
import town.nagar.contracts.json.ContractJson;
import town.nagar.supervisor.EphemeralServers;
import town.nagar.supervisor.ServerName;

/** The alerts on the tests' Kafka, from when this was made. */
public final class FreshAlerts {
    private static final TopicPartition ALERTS = new TopicPartition(Topics.ALERTS, 0);

    private final long from;

    private FreshAlerts(long from) {
        this.from = from;
    }

    /** Makes the topic, if it is not there, and leaves out what it has. */
    public static FreshAlerts make() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", url()))) {
            admin.createTopics(List.of(new NewTopic(Topics.ALERTS, 1, (short) 1))).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
        try (var consumer = consumer()) {
            return new FreshAlerts(
                    Objects.requireNonNull(consumer.endOffsets(List.of(ALERTS)).get(ALERTS)));
        }
    }

    /** Where Kafka is. */
    public static String url() {
        return Objects.requireNonNull(
                EphemeralServers.settings(ServerName.KAFKA).get("nagar.kafka.url"));
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", url()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Steps of alerts, as {@code rule PLACE PHASE}; waits for one. */
    public List<String> steps() {
        try (var consumer = consumer()) {
            consumer.assign(List.of(ALERTS));
            consumer.seek(ALERTS, from);
            List<String> steps = new ArrayList<>();
            for (int tries = 0; tries < 20 && steps.isEmpty(); tries++) {
                consumer.poll(Duration.ofMillis(500))
                        .forEach(record -> {
                            AlertEvent event = ContractJson.read(record.value(), AlertEvent.class);
                            steps.add(event.rule() + " " + event.placeId() + " " + event.phase());
                        });
            }
            return steps;
        }
    }
}

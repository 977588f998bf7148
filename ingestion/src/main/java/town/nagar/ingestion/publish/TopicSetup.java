package town.nagar.ingestion.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import town.nagar.contracts.Domain;
import town.nagar.contracts.Topics;

/** Makes the topics that are not there yet; those that are there stay as they are. */
public final class TopicSetup {
    private static final long PATIENCE_SECONDS = 20;

    private TopicSetup() {}

    /**
     * Makes what is missing.
     *
     * @throws OutletException if Kafka does not answer in 20 s or refuses
     */
    public static void ensure(String bootstrap, PublishSettings settings) {
        Map<String, Object> access = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        try (Admin admin = Admin.create(access)) {
            Set<String> present =
                    admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            List<NewTopic> missing =
                    topics(settings).stream()
                            .filter(topic -> !present.contains(topic.name()))
                            .toList();
            create(admin, missing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutletException("interrupted while topics were made", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new OutletException("Kafka does not make topics", e);
        }
    }

    private static void create(Admin admin, List<NewTopic> missing)
            throws InterruptedException, ExecutionException, TimeoutException {
        for (var made : admin.createTopics(missing).values().values()) {
            try {
                made.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) { // another was faster
                    throw e;
                }
            }
        }
    }

    static List<NewTopic> topics(PublishSettings settings) {
        List<NewTopic> topics = new ArrayList<>();
        long readings = settings.readingsRetention().toMillis();
        long events = settings.eventsRetention().toMillis();
        Arrays.stream(Domain.values())
                .forEach(domain -> {
                    topics.add(kept(Topics.readings(domain), settings, readings));
                    topics.add(kept(Topics.processed(domain), settings, readings));
                });
        topics.add(kept(Topics.DEAD_LETTER, settings, events));
        topics.add(kept(Topics.ALERTS, settings, events));
        topics.add(kept(Topics.LATE, settings, events));
        topics.add(
                new NewTopic(Topics.REFERENCE, 1, (short) settings.replication())
                        .configs(Map.of("cleanup.policy", "compact")));
        topics.add(
                new NewTopic(Topics.STREAM_LAG, 1, (short) settings.replication())
                        .configs(Map.of("retention.ms", "600000")));
        return topics;
    }

    /** Retention counts from arrival: else readings of long ago would vanish at once. */
    private static NewTopic kept(String name, PublishSettings settings, long retentionMillis) {
        Map<String, String> configs = new HashMap<>();
        configs.put("message.timestamp.type", "LogAppendTime");
        configs.put("retention.ms", Long.toString(retentionMillis));
        return new NewTopic(name, settings.partitions(), (short) settings.replication())
                .configs(configs);
    }
}

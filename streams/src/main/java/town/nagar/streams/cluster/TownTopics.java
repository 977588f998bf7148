package town.nagar.streams.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.contracts.Domain;
import town.nagar.contracts.Topics;

/** Makes the topics that jobs read and write, where nobody made them yet. */
final class TownTopics {
    private static final Logger LOG = LoggerFactory.getLogger(TownTopics.class);

    /** How long to ask one time; asked again for as long as Kafka is away. */
    private static final Duration ASK = Duration.ofSeconds(10);

    /**
     * Retention counts record timestamps, so these are the log's own: old readings that are
     * replayed would vanish else.
     */
    private static final Map<String, String> LOG_TIME =
            Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");

    private static final Map<String, String> COMPACTED =
            Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);

    /** What is news for a second only. */
    private static final Map<String, String> NOT_KEPT =
            Map.of(TopicConfig.RETENTION_MS_CONFIG, "600000");

    private TownTopics() {}

    /** Waits for Kafka and makes what is missing. */
    static void ensure(String bootstrap, List<Domain> domains) throws InterruptedException {
        Map<String, Object> address = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        try (Admin admin = Admin.create(address)) {
            boolean done = false;
            while (!done) {
                done = tryOnce(admin, domains);
            }
        }
    }

    private static boolean tryOnce(Admin admin, List<Domain> domains) throws InterruptedException {
        try {
            Set<String> existing =
                    admin.listTopics().names().get(ASK.toMillis(), TimeUnit.MILLISECONDS);
            for (NewTopic topic : wanted(domains)) {
                if (!existing.contains(topic.name())) {
                    make(admin, topic);
                }
            }
            return true;
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("waiting for kafka reason={}", e.toString());
            return false;
        }
    }

    private static void make(Admin admin, NewTopic topic)
            throws InterruptedException, ExecutionException {
        try {
            admin.createTopics(List.of(topic)).all().get();
            LOG.info("topic made name={}", topic.name());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static List<NewTopic> wanted(List<Domain> domains) {
        List<NewTopic> wanted = new ArrayList<>();
        wanted.add(topic(Topics.REFERENCE, COMPACTED));
        wanted.add(topic(Topics.ALERTS, LOG_TIME));
        wanted.add(topic(Topics.LATE, LOG_TIME));
        wanted.add(
                new NewTopic(Topics.STREAM_LAG, Optional.of(1), Optional.empty())
                        .configs(NOT_KEPT));
        wanted.add(topic(Topics.readings(Domain.WEATHER), LOG_TIME));
        for (Domain domain : domains) {
            if (domain != Domain.WEATHER) {
                wanted.add(topic(Topics.readings(domain), LOG_TIME));
            }
            wanted.add(topic(Topics.processed(domain), LOG_TIME));
        }
        return wanted;
    }

    private static NewTopic topic(String name, Map<String, String> settings) {
        return new NewTopic(name, Optional.empty(), Optional.empty()).configs(settings);
    }
}

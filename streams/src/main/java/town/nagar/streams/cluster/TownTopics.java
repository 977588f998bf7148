package town.nagar.streams.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.contracts.KafkaAccess;
import town.nagar.contracts.TopicSpec;

/** Makes the topics that jobs read and write, where nobody made them yet. */
final class TownTopics {
    private static final Logger LOG = LoggerFactory.getLogger(TownTopics.class);

    /** How long to ask one time; asked again for as long as Kafka is away. */
    private static final Duration ASK = Duration.ofSeconds(10);

    private TownTopics() {}

    /** Waits for Kafka and makes what is missing. */
    static void ensure(String bootstrap) throws InterruptedException {
        try (Admin admin = Admin.create(KafkaAccess.of(bootstrap))) {
            boolean done = false;
            while (!done) {
                done = tryOnce(admin);
            }
        }
    }

    private static boolean tryOnce(Admin admin) throws InterruptedException {
        try {
            Set<String> existing =
                    admin.listTopics().names().get(ASK.toMillis(), TimeUnit.MILLISECONDS);
            for (TopicSpec spec : TopicSpec.all(TopicSpec.READINGS_KEPT, TopicSpec.EVENTS_KEPT)) {
                if (!existing.contains(spec.name())) {
                    make(admin, spec);
                }
            }
            return true;
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("waiting for kafka reason={}", e.toString());
            return false;
        }
    }

    private static void make(Admin admin, TopicSpec spec)
            throws InterruptedException, ExecutionException {
        NewTopic topic =
                new NewTopic(spec.name(), spec.partitions(), Optional.empty())
                        .configs(spec.configs());
        try {
            admin.createTopics(List.of(topic)).all().get();
            LOG.info("topic made name={}", topic.name());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}

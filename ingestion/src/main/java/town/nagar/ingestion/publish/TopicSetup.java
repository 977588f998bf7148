package town.nagar.ingestion.publish;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import town.nagar.contracts.KafkaAccess;
import town.nagar.contracts.TopicSpec;

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
        try (Admin admin = Admin.create(KafkaAccess.of(bootstrap))) {
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

    private static List<NewTopic> topics(PublishSettings settings) {
        return TopicSpec.all(settings.readingsRetention(), settings.eventsRetention()).stream()
                .map(spec -> topic(spec, settings))
                .toList();
    }

    private static NewTopic topic(TopicSpec spec, PublishSettings settings) {
        int partitions = spec.partitions().orElse(settings.partitions());
        return new NewTopic(spec.name(), partitions, (short) settings.replication())
                .configs(spec.configs());
    }
}

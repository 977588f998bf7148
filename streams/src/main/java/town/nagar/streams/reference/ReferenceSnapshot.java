package town.nagar.streams.reference;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import town.nagar.contracts.KafkaAccess;
import town.nagar.contracts.Topics;

/**
 * Everything on the reference topic at this moment. Operators that start empty read it before their
 * first reading, so that results do not depend on which topic is read first.
 */
@FunctionalInterface
public interface ReferenceSnapshot extends Serializable {
    List<ReferenceItem> read();

    /** A snapshot of a fixed list. */
    static ReferenceSnapshot of(List<ReferenceItem> items) {
        List<ReferenceItem> copy = new ArrayList<>(items);
        return () -> copy;
    }

    /** A snapshot by Kafka; the operators of one process share a reading for a minute. */
    static ReferenceSnapshot ofKafka(String bootstrap) {
        return () -> Shared.of(bootstrap);
    }

    /** The topic as it was read by this process, and when. */
    final class Shared {
        private static final Duration GOOD_FOR = Duration.ofMinutes(1);
        private static final Map<String, Shared> BY_BROKER = new ConcurrentHashMap<>();

        private final long readNanos = System.nanoTime();
        private final List<ReferenceItem> items;

        private Shared(String bootstrap) {
            items = readAll(bootstrap);
        }

        private static List<ReferenceItem> of(String bootstrap) {
            return BY_BROKER.compute(
                            bootstrap,
                            (broker, shared) ->
                                    shared != null && shared.isGood() ? shared : new Shared(broker))
                    .items;
        }

        private boolean isGood() {
            return System.nanoTime() - readNanos < GOOD_FOR.toNanos();
        }

        private static List<ReferenceItem> readAll(String bootstrap) {
            List<ReferenceItem> items = new ArrayList<>();
            try (var consumer = new KafkaConsumer<byte[], byte[]>(properties(bootstrap))) {
                List<TopicPartition> partitions =
                        consumer.partitionsFor(Topics.REFERENCE).stream()
                                .map(info -> new TopicPartition(info.topic(), info.partition()))
                                .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
                while (ends.entrySet().stream()
                        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                    for (ConsumerRecord<byte[], byte[]> record :
                            consumer.poll(Duration.ofMillis(200))) {
                        ReferenceRecords.item(record).ifPresent(items::add);
                    }
                }
            }
            return List.copyOf(items);
        }

        private static Properties properties(String bootstrap) {
            Properties properties = KafkaAccess.properties(bootstrap);
            properties.put(
                    ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
            properties.put(
                    ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
            return properties;
        }
    }
}

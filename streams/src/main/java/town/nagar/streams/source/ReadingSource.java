package town.nagar.streams.source;

import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import town.nagar.contracts.Domain;
import town.nagar.contracts.KafkaAccess;
import town.nagar.contracts.Topics;
import town.nagar.contracts.readings.Reading;

/**
 * A domain's topic as a source; it starts from the checkpoint, else the group's offsets, else all.
 */
public final class ReadingSource {
    private ReadingSource() {}

    /**
     * The source.
     *
     * @param job whose group reads
     */
    @SuppressWarnings("deprecation") // Flink's connector takes only Kafka's old enum
    public static KafkaSource<Reading> of(String bootstrap, Domain job, Domain topic) {
        return KafkaSource.<Reading>builder()
                .setProperties(KafkaAccess.properties(bootstrap))
                .setTopics(Topics.readings(topic))
                .setGroupId("nagar-streams-" + job.word())
                .setClientIdPrefix("streams-" + job.word() + "-" + topic.word())
                .setStartingOffsets(
                        OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
                .setDeserializer(new ReadingRecords(topic))
                .setProperty("partition.discovery.interval.ms", "30000")
                .setProperty("isolation.level", "read_committed")
                .setProperty("max.poll.records", "2000")
                .build();
    }
}

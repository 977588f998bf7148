package town.nagar.streams.jobs;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import town.nagar.contracts.json.ContractJson;

/** Things to records of one topic. */
record TopicRecords<T>(String topic, Part<T, String> key, Part<? super T, byte[]> value)
        implements KafkaRecordSerializationSchema<T>, KafkaDatasetFacetProvider {
    /** Makes a part of a record. */
    interface Part<T, R> extends Function<T, R>, Serializable {}

    /**
     * Any contract as JSON. One constant for all: Java confuses serial forms of a method reference
     * that differ in type arguments alone (JDK-8154236).
     */
    static final Part<Object, byte[]> JSON = ContractJson::write;

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            T thing, KafkaSinkContext context, Long timestamp) {
        return new ProducerRecord<>(
                topic, key.apply(thing).getBytes(StandardCharsets.UTF_8), value.apply(thing));
    }

    /** Pooled transaction ids ask which topics a sink writes. */
    @Override
    public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
        return Optional.of(
                new DefaultKafkaDatasetFacet(
                        DefaultKafkaDatasetIdentifier.ofTopics(List.of(topic))));
    }
}

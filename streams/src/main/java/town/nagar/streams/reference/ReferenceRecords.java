package town.nagar.streams.reference;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import town.nagar.streams.wire.CompactType;

/** Kafka records to reference items; one without a key is left out. */
final class ReferenceRecords implements KafkaRecordDeserializationSchema<ReferenceItem> {
    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<ReferenceItem> out) {
        item(record).ifPresent(out::collect);
    }

    static Optional<ReferenceItem> item(ConsumerRecord<byte[], byte[]> record) {
        return Optional.ofNullable(record.key())
                .map(key ->
                        new ReferenceItem(
                                new String(key, StandardCharsets.UTF_8),
                                record.offset(),
                                Optional.ofNullable(record.value())
                                        .map(json -> new String(json, StandardCharsets.UTF_8))
                                        .orElse("")));
    }

    @Override
    public TypeInformation<ReferenceItem> getProducedType() {
        return CompactType.of(new ReferenceItemCodec());
    }
}

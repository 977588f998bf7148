package town.nagar.streams.source;

import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Reading;
import town.nagar.contracts.readings.ReadingJson;
import town.nagar.streams.wire.CompactType;

/** Kafka records to readings; what is no reading of the domain is counted, logged and left out. */
public final class ReadingRecords implements KafkaRecordDeserializationSchema<Reading> {
    /** Name of the counter of records that were left out. */
    public static final String BAD_RECORDS = "nagar_bad_records";

    private static final Logger LOG = LoggerFactory.getLogger(ReadingRecords.class);

    private final Domain domain;
    private transient Counter bad = new SimpleCounter();

    public ReadingRecords(Domain domain) {
        this.domain = domain;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        bad = context.getMetricGroup().counter(BAD_RECORDS);
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Reading> out) {
        Reading reading;
        try {
            reading = ReadingJson.read(record.value());
            requireOwn(reading);
        } catch (RuntimeException e) { // any bytes may be on a topic; none may stop the job
            bad.inc();
            LOG.warn(
                    "bad record topic={} partition={} offset={} reason={}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
            return;
        }
        out.collect(reading);
    }

    private void requireOwn(Reading reading) {
        if (reading.domain() != domain) {
            throw new IllegalArgumentException("domain is " + reading.domain().word());
        }
    }

    @Override
    public TypeInformation<Reading> getProducedType() {
        return CompactType.of(new ReadingCodec());
    }
}

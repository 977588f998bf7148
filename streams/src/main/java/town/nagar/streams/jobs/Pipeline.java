package town.nagar.streams.jobs;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import town.nagar.contracts.KafkaAccess;
import town.nagar.contracts.Topics;
import town.nagar.contracts.alerts.AlertEvent;
import town.nagar.contracts.readings.Aggregate;
import town.nagar.contracts.readings.Reading;
import town.nagar.contracts.readings.ReadingJson;
import town.nagar.streams.StreamsSettings;
import town.nagar.streams.alerts.Silence;
import town.nagar.streams.enrich.Enrichment;
import town.nagar.streams.enrich.Sensed;
import town.nagar.streams.enrich.SensedCodec;
import town.nagar.streams.latest.LatestAggregate;
import town.nagar.streams.latest.LatestReading;
import town.nagar.streams.latest.LatestSink;
import town.nagar.streams.places.DomainLogic;
import town.nagar.streams.places.PlaceStage;
import town.nagar.streams.reference.ReferenceItem;
import town.nagar.streams.reference.ReferenceSnapshot;
import town.nagar.streams.reference.ReferenceSource;
import town.nagar.streams.source.ReadingSource;
import town.nagar.streams.table.TableSink;
import town.nagar.streams.window.Sample;
import town.nagar.streams.window.Slice;
import town.nagar.streams.window.SliceCodec;
import town.nagar.streams.window.SliceOperator;
import town.nagar.streams.window.Slicer;
import town.nagar.streams.wire.CompactType;

/**
 * Builds the job of a domain.
 *
 * <pre>
 * topic ─ enrichment ┬ rows (PostgreSQL)
 *                    ├ latest (Redis)
 *                    ├ late (Kafka)
 *                    └ by sensor: slices ─ routing ─ by place: places ┬ processed (Kafka), latest
 *                                 └ silence ──────────────────────────┴ alerts (Kafka)
 * </pre>
 */
public final class Pipeline {
    private final StreamExecutionEnvironment env;
    private final DomainLogic logic;
    private final StreamsSettings settings;
    private final ReferenceSnapshot snapshot;
    private final String word;

    private Pipeline(StreamExecutionEnvironment env, DomainLogic logic, StreamsSettings settings) {
        this.env = env;
        this.logic = logic;
        this.settings = settings;
        this.snapshot = ReferenceSnapshot.ofKafka(settings.kafkaUrl());
        this.word = logic.domain().word();
    }

    /** Adds all operators of the domain's job; each has a uid that savepoints rely on. */
    public static void build(
            StreamExecutionEnvironment env, DomainLogic logic, StreamsSettings settings) {
        new Pipeline(env, logic, settings).build();
    }

    private void build() {
        BroadcastStream<ReferenceItem> reference =
                ReferenceSource.of(env, settings.kafkaUrl(), logic.domain());
        SingleOutputStreamOperator<Sensed> sensed = sensed(logic.slicer(), reference);
        rows(sensed);
        late(sensed.getSideOutput(Enrichment.LATE));
        SingleOutputStreamOperator<Slice> slices = slices(sensed, logic.slicer());
        DataStream<Slice> all = slices;
        for (Slicer beside : logic.beside()) {
            all = all.union(slices(sensed(beside, reference), beside));
        }
        PlaceStage places =
                PlaceStage.add(all, reference, logic.logic(), snapshot, longestLateness());
        processed(places.results());
        alerts(places.alerts(), Silence.add(slices, reference, snapshot, settings.silentAfter()));
    }

    private java.time.Duration longestLateness() {
        List<java.time.Duration> all = new ArrayList<>(List.of(logic.slicer().lateness()));
        logic.beside().forEach(beside -> all.add(beside.lateness()));
        return all.stream().max(java.time.Duration::compareTo).orElseThrow();
    }

    private SingleOutputStreamOperator<Sensed> sensed(
            Slicer slicer, BroadcastStream<ReferenceItem> reference) {
        String topic = slicer.domain().word();
        return env.fromSource(
                        ReadingSource.of(settings.kafkaUrl(), logic.domain(), slicer.domain()),
                        settings.eventTime().strategy(),
                        topic)
                .uid("readings-" + topic)
                .connect(reference)
                .process(
                        new Enrichment(snapshot, logic.derivation(), slicer),
                        CompactType.of(new SensedCodec()))
                .name("enrichment " + topic)
                .uid("enrichment-" + topic);
    }

    private void rows(DataStream<Sensed> sensed) {
        sensed.sinkTo(
                        new TableSink(
                                settings.postgres(),
                                logic.domain(),
                                settings.batchRows(),
                                settings.batchInterval()))
                .name("rows")
                .uid("rows");
        sensed.sinkTo(
                        new LatestSink<>(
                                new LatestReading(),
                                settings.redisUrl(),
                                settings.latestInterval()))
                .name("latest")
                .uid("latest");
    }

    private static SingleOutputStreamOperator<Slice> slices(
            SingleOutputStreamOperator<Sensed> sensed, Slicer slicer) {
        String topic = slicer.domain().word();
        return sensed.getSideOutput(Enrichment.SAMPLES)
                .keyBy(Sample::sensorId, Types.STRING)
                .transform(
                        "slices " + topic,
                        CompactType.of(new SliceCodec()),
                        new SliceOperator(slicer))
                .uid("slices-" + topic);
    }

    private void processed(DataStream<Aggregate> results) {
        results.sinkTo(processedSink()).name("processed").uid("processed");
        results.sinkTo(
                        new LatestSink<>(
                                new LatestAggregate(),
                                settings.redisUrl(),
                                settings.latestInterval()))
                .name("latest windows")
                .uid("latest-windows");
    }

    private KafkaSink<Aggregate> processedSink() {
        return this.<Aggregate>sink(
                        Topics.processed(logic.domain()), Aggregate::placeId, TopicRecords.JSON)
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix("nagar-streams-" + word)
                .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
                .setProperty("transaction.timeout.ms", "600000")
                .build();
    }

    /** Alerts do not wait for a checkpoint: sent twice, they have the same id, phase and time. */
    private void alerts(DataStream<AlertEvent> alerts, DataStream<AlertEvent> more) {
        alerts.union(more)
                .sinkTo(
                        this.<AlertEvent>sink(Topics.ALERTS, AlertEvent::placeId, TopicRecords.JSON)
                                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                                .build())
                .name("alerts")
                .uid("alerts");
    }

    private void late(DataStream<Reading> late) {
        late.sinkTo(
                        this.<Reading>sink(Topics.LATE, Reading::placeId, ReadingJson::write)
                                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                                .build())
                .name("late")
                .uid("late");
    }

    private <T> KafkaSinkBuilder<T> sink(
            String topic,
            TopicRecords.Part<T, String> key,
            TopicRecords.Part<? super T, byte[]> value) {
        return KafkaSink.<T>builder()
                .setBootstrapServers(settings.kafkaUrl())
                .setKafkaProducerConfig(KafkaAccess.properties(settings.kafkaUrl()))
                .setProperty("client.id", "streams-" + word + "-" + topic)
                .setProperty("buffer.memory", "8388608")
                .setRecordSerializer(new TopicRecords<>(topic, key, value));
    }
}

package town.nagar.streams.reference;

import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import town.nagar.contracts.Domain;
import town.nagar.contracts.KafkaAccess;
import town.nagar.contracts.Topics;
import town.nagar.streams.wire.CompactType;

/** The reference topic as a broadcast stream that never holds back event time. */
public final class ReferenceSource {
    /** Broadcast state of everything that is known, by key. */
    static final MapStateDescriptor<String, ReferenceItem> STATE =
            new MapStateDescriptor<>(
                    "reference", Types.STRING, CompactType.of(new ReferenceItemCodec()));

    private ReferenceSource() {}

    public static BroadcastStream<ReferenceItem> of(
            StreamExecutionEnvironment env, String bootstrap, Domain job) {
        KafkaSource<ReferenceItem> source =
                KafkaSource.<ReferenceItem>builder()
                        .setProperties(KafkaAccess.properties(bootstrap))
                        .setTopics(Topics.REFERENCE)
                        .setGroupId("nagar-streams-" + job.word() + "-reference")
                        .setClientIdPrefix("streams-" + job.word() + "-reference")
                        .setStartingOffsets(OffsetsInitializer.earliest())
                        .setDeserializer(new ReferenceRecords())
                        .build();
        return env.fromSource(source, noTime(), "reference")
                .uid("reference")
                .setParallelism(1)
                .setMaxParallelism(1)
                .broadcast(STATE);
    }

    private static WatermarkStrategy<ReferenceItem> noTime() {
        return WatermarkStrategy.forGenerator(context -> new NoTime());
    }

    /**
     * Has no say in event time.
     *
     * <p>Not the end of time: when the readings fall idle, an operator takes the time of its other
     * input, and all readings after that would be late.
     */
    private static final class NoTime implements WatermarkGenerator<ReferenceItem> {
        @Override
        public void onEvent(ReferenceItem item, long timestamp, WatermarkOutput output) {
            output.markIdle();
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            output.markIdle();
        }
    }
}

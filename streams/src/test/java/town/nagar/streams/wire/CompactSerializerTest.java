package town.nagar.streams.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import town.nagar.contracts.Domain;
import town.nagar.contracts.alerts.AlertEvent;
import town.nagar.contracts.alerts.Severity;
import town.nagar.contracts.readings.Aggregate;
import town.nagar.contracts.readings.Flag;
import town.nagar.contracts.readings.Reading;
import town.nagar.contracts.readings.Values;
import town.nagar.streams.alerts.Episode;
import town.nagar.streams.alerts.EpisodeCodec;
import town.nagar.streams.enrich.Derived;
import town.nagar.streams.enrich.Sensed;
import town.nagar.streams.enrich.SensedCodec;
import town.nagar.streams.reference.ReferenceItem;
import town.nagar.streams.reference.ReferenceItemCodec;
import town.nagar.streams.source.ReadingCodec;
import town.nagar.streams.window.Sample;
import town.nagar.streams.window.SampleCodec;
import town.nagar.streams.window.Slice;
import town.nagar.streams.window.SliceCodec;

class CompactSerializerTest {
    private static final Instant AT = Instant.parse("2026-02-06T08:00:00.123Z");
    private static final Values VALUES =
            Values.of(Domain.POLLUTION, Map.of("pm25", 85.5, "humidity", 0.0));
    private static final Reading READING =
            new Reading(
                    Domain.POLLUTION,
                    "P001",
                    "P001",
                    AT,
                    AT.plusSeconds(2),
                    VALUES,
                    Map.of("original_unit", "µg/m³"),
                    Set.of(Flag.CONVERTED, Flag.REPLAYED),
                    Long.MAX_VALUE,
                    "gateway-7");
    private static final Sample SAMPLE = new Sample("P001", "S1", 7, 8, VALUES);

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(new ReadingCodec(), READING),
                Arguments.of(new SampleCodec(), SAMPLE),
                Arguments.of(
                        new SliceCodec(),
                        Slice.of(0, 60_000, List.of(SAMPLE), java.util.Optional.empty())),
                Arguments.of(
                        new SensedCodec(),
                        new Sensed(
                                READING,
                                23.2,
                                Double.NaN,
                                new Derived(Map.of("nowcast", 186.0), Map.of("a", "b")))),
                Arguments.of(new EpisodeCodec(), new Episode(AT, Severity.HIGH, AT, 5)),
                Arguments.of(
                        new ReferenceItemCodec(),
                        new ReferenceItem("place/W1", 5, "é".repeat(70_000))),
                Arguments.of(
                        new AggregateCodec(),
                        new Aggregate(
                                "k",
                                Domain.WATER,
                                "Z1",
                                AT,
                                AT.plusSeconds(60),
                                new TreeMap<>(Map.of("a", 1.5)),
                                new TreeMap<>(Map.of("b", "c")))),
                Arguments.of(
                        new AlertEventCodec(),
                        new AlertEvent(
                                "A1",
                                "rule",
                                Domain.WATER,
                                "Z1",
                                AlertEvent.Phase.CLEARED,
                                Severity.LOW,
                                AT,
                                AT,
                                "t",
                                "d",
                                new TreeMap<>(Map.of("a", 1.5)),
                                List.of("M1"))));
    }

    @ParameterizedTest
    @MethodSource("values")
    <T> void whatIsWrittenIsReadBackTheSame(Codec<T> codec, T value) throws IOException {
        TypeSerializer<T> serializer = CompactType.of(codec).serializer();
        assertThat(read(serializer, write(serializer, value))).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("values")
    <T> void aSavepointRestoresTheSerializer(Codec<T> codec, T value) throws IOException {
        TypeSerializer<T> serializer = CompactType.of(codec).serializer();
        DataOutputSerializer out = new DataOutputSerializer(64);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());
        TypeSerializerSnapshot<T> snapshot =
                TypeSerializerSnapshot.readVersionedSnapshot(
                        new DataInputDeserializer(out.getCopyOfBuffer()),
                        getClass().getClassLoader());
        TypeSerializer<T> restored = snapshot.restoreSerializer();
        assertThat(read(restored, write(serializer, value))).isEqualTo(value);
        assertThat(
                        serializer
                                .snapshotConfiguration()
                                .resolveSchemaCompatibility(snapshot)
                                .isCompatibleAsIs())
                .isTrue();
    }

    @Test
    void aReadingTakesAboutAHundredBytes() throws IOException {
        Reading plain =
                new Reading(
                        Domain.TRAFFIC,
                        "T00123",
                        "R00061",
                        AT,
                        AT,
                        Values.of(
                                Domain.TRAFFIC,
                                Map.of(
                                        "vehicle_count", 4.0,
                                        "average_speed", 32.5,
                                        "occupancy_percentage", 12.0,
                                        "congestion_level", 30.0,
                                        "interval_seconds", 60.0)),
                        Map.of(),
                        Set.of(),
                        1,
                        "gateway-7");
        assertThat(write(CompactType.of(new ReadingCodec()).serializer(), plain).length)
                .isLessThan(120);
    }

    private static <T> byte[] write(TypeSerializer<T> serializer, T value) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(value, out);
        return out.getCopyOfBuffer();
    }

    private static <T> T read(TypeSerializer<T> serializer, byte[] bytes) throws IOException {
        return serializer.deserialize(new DataInputDeserializer(bytes));
    }
}

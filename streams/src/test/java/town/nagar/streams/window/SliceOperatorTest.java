package town.nagar.streams.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Values;
import town.nagar.streams.fixtures.SmallTown;

@SuppressWarnings("try") // closing the harness may throw anything
class SliceOperatorTest {
    private static final Slicer SLICER =
            new Slicer(
                    Domain.TRAFFIC, Duration.ofMinutes(1), Duration.ofMinutes(2), "vehicle_count");
    private static final long START = SmallTown.NOON.toEpochMilli();
    private static final long MINUTE = 60_000;

    private static KeyedOneInputStreamOperatorTestHarness<String, Sample, Slice> harness()
            throws Exception {
        return SliceHarness.harness(SLICER);
    }

    private static Sample sample(long atMillis, double count, double speed, long ingestId) {
        return new Sample(
                "T1",
                "R1",
                START + atMillis,
                ingestId,
                Values.of(Domain.TRAFFIC, Map.of("vehicle_count", count, "average_speed", speed)));
    }

    private static StreamRecord<Sample> record(long atMillis, double count, double speed) {
        return new StreamRecord<>(sample(atMillis, count, speed, atMillis), START + atMillis);
    }

    private static List<Slice> taken(
            KeyedOneInputStreamOperatorTestHarness<String, Sample, Slice> harness) {
        List<Slice> slices = new ArrayList<>(harness.extractOutputValues());
        harness.getOutput().clear();
        return slices;
    }

    @Test
    void aSliceComesWhenItsEndHasPassedAndNotBefore() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(record(1000, 10, 20));
            harness.processElement(record(2000, 30, 40));
            harness.processWatermark(START + MINUTE - 2);
            assertThat(taken(harness)).isEmpty();
            harness.processWatermark(START + MINUTE - 1);
            Slice slice = taken(harness).getFirst();
            assertThat(slice.sum("vehicle_count")).isEqualTo(40);
            assertThat(slice.weightedMean("average_speed")).isEqualTo(35);
            assertThat(slice.mean("average_speed")).isEqualTo(30);
            assertThat(Instant.ofEpochMilli(slice.start())).isEqualTo(SmallTown.NOON);
        }
    }

    @Test
    void ofTheSameTimeTheGreatestIngestIdCountsOnceInWhateverOrder() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(new StreamRecord<>(sample(1000, 7, 20, 9)));
            harness.processElement(new StreamRecord<>(sample(1000, 5, 20, 3)));
            harness.processElement(new StreamRecord<>(sample(1000, 7, 20, 9)));
            harness.processWatermark(START + MINUTE);
            Slice slice = taken(harness).getFirst();
            assertThat(slice.readings()).isEqualTo(1);
            assertThat(slice.sum("vehicle_count")).isEqualTo(7);
        }
    }

    @Test
    void aLateSampleBringsTheWholeSliceAgain() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(record(1000, 10, 20));
            harness.processWatermark(START + MINUTE);
            taken(harness);
            harness.processElement(record(2000, 5, 20));
            harness.processWatermark(START + MINUTE + 1);
            assertThat(taken(harness))
                    .singleElement()
                    .satisfies(again -> assertThat(again.sum("vehicle_count")).isEqualTo(15));
        }
    }

    @Test
    void afterItsLatenessASliceIsForgotten() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(record(1000, 10, 20));
            harness.processWatermark(START + 3 * MINUTE);
            taken(harness);
            harness.processElement(record(2000, 5, 20));
            harness.processWatermark(START + 4 * MINUTE);
            assertThat(taken(harness)).isEmpty();
            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void aSnapshotHoldsWhatWaited() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            harness.processElement(record(1000, 10, 20));
            harness.prepareSnapshotPreBarrier(1);
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processElement(record(2000, 5, 20));
            harness.processWatermark(START + MINUTE);
            assertThat(taken(harness).getFirst().sum("vehicle_count")).isEqualTo(15);
        }
    }
}

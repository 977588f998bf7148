package town.nagar.streams.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.Test;
import town.nagar.contracts.Domain;
import town.nagar.contracts.alerts.AlertEvent;
import town.nagar.contracts.alerts.AlertEvent.Phase;
import town.nagar.streams.fixtures.SmallTown;
import town.nagar.streams.reference.ReferenceItem;
import town.nagar.streams.reference.ReferenceSnapshot;
import town.nagar.streams.traffic.TrafficLogic;
import town.nagar.streams.window.Slice;
import town.nagar.streams.wire.AlertEventCodec;
import town.nagar.streams.wire.CompactType;

@SuppressWarnings("try") // closing the harness may throw anything
class SilenceTest {
    private static final int MAX_PARALLELISM = 128;
    private static final SmallTown TOWN =
            new SmallTown().sensor("T1", Domain.TRAFFIC, "R1", "loop", 60);

    private static KeyedBroadcastOperatorTestHarness<String, Slice, ReferenceItem, AlertEvent>
            harness(Instant now) throws Exception {
        var silence = new Silence(ReferenceSnapshot.of(TOWN.items()), Duration.ofMinutes(15));
        var harness =
                new KeyedBroadcastOperatorTestHarness<>(
                        new CoBroadcastWithKeyedOperator<>(silence, List.of(TOWN.reference())),
                        Slice::sensorId,
                        Types.STRING,
                        MAX_PARALLELISM,
                        1,
                        0);
        harness.setup(CompactType.of(new AlertEventCodec()).serializer());
        harness.setProcessingTime(now.toEpochMilli());
        harness.open();
        return harness;
    }

    /** The minute of a sensor that ends at a time. */
    private static StreamRecord<Slice> minute(String sensor, Instant end) {
        return new StreamRecord<>(
                SmallTown.slices(
                                TrafficLogic.job().slicer(),
                                List.of(
                                        SmallTown.sample(
                                                Domain.TRAFFIC,
                                                sensor,
                                                "R1",
                                                end.minusSeconds(60),
                                                Map.of("vehicle_count", 1.0))))
                        .getFirst());
    }

    @Test
    void aSensorIsSilentAfterAQuarterOfAnHourUntilItSpeaks() throws Exception {
        try (var harness = harness(SmallTown.NOON)) {
            harness.processElement(minute("T1", SmallTown.NOON));
            harness.setProcessingTime(SmallTown.NOON.plusSeconds(899).toEpochMilli());
            assertThat(harness.extractOutputValues()).isEmpty();
            harness.setProcessingTime(SmallTown.NOON.plusSeconds(900).toEpochMilli());
            assertThat(harness.extractOutputValues())
                    .singleElement()
                    .satisfies(opened -> {
                        assertThat(opened.phase()).isEqualTo(Phase.OPENED);
                        assertThat(opened.at()).isEqualTo(SmallTown.NOON.plusSeconds(900));
                    });
            harness.processElement(minute("T1", SmallTown.NOON.plusSeconds(1800)));
            assertThat(harness.extractOutputValues())
                    .extracting(AlertEvent::phase)
                    .containsExactly(Phase.OPENED, Phase.CLEARED);
        }
    }

    @Test
    void aSensorThatSpeaksIsNotSilent() throws Exception {
        try (var harness = harness(SmallTown.NOON)) {
            for (int minute = 0; minute < 60; minute++) {
                Instant now = SmallTown.NOON.plusSeconds(minute * 60L);
                harness.setProcessingTime(now.toEpochMilli());
                harness.processElement(minute("T1", now));
            }
            assertThat(harness.extractOutputValues()).isEmpty();
        }
    }

    @Test
    void nobodyMissesASensorThatNobodyConfirmed() throws Exception {
        try (var harness = harness(SmallTown.NOON)) {
            harness.processElement(minute("T9", SmallTown.NOON));
            harness.setProcessingTime(SmallTown.NOON.plusSeconds(9000).toEpochMilli());
            assertThat(harness.extractOutputValues()).isEmpty();
        }
    }

    @Test
    void aReplayOfOldReadingsRaisesNoStorm() throws Exception {
        try (var harness = harness(SmallTown.NOON.plus(Duration.ofDays(200)))) {
            harness.processElement(minute("T1", SmallTown.NOON));
            harness.setProcessingTime(SmallTown.NOON.plus(Duration.ofDays(201)).toEpochMilli());
            assertThat(harness.extractOutputValues()).isEmpty();
        }
    }

    /** As from a gateway that kept half an hour of readings while its line was down. */
    @Test
    void aSensorThatTellsWhatItKeptIsSilentUntilItHasCaughtUp() throws Exception {
        Instant back = SmallTown.NOON.plus(Duration.ofMinutes(30));
        try (var harness = harness(SmallTown.NOON)) {
            harness.processElement(minute("T1", SmallTown.NOON));
            harness.setProcessingTime(back.toEpochMilli());
            for (int minute = 1; minute <= 15; minute++) {
                harness.processElement(minute("T1", SmallTown.NOON.plusSeconds(minute * 60L)));
                harness.setProcessingTime(back.toEpochMilli() + minute);
            }
            assertThat(harness.extractOutputValues())
                    .extracting(AlertEvent::phase)
                    .containsExactly(Phase.OPENED);
            harness.processElement(minute("T1", back.minusSeconds(60)));
            assertThat(harness.extractOutputValues())
                    .extracting(AlertEvent::phase)
                    .containsExactly(Phase.OPENED, Phase.CLEARED);
        }
    }

    @Test
    void aSliceThatWasOnItsWayWhenTheSilenceWasToldEndsItAsOfItsOpening() throws Exception {
        Instant told = SmallTown.NOON.plus(Duration.ofMinutes(15));
        try (var harness = harness(SmallTown.NOON)) {
            harness.processElement(minute("T1", SmallTown.NOON));
            harness.setProcessingTime(told.toEpochMilli());
            harness.processElement(minute("T1", told.minusSeconds(60)));
            assertThat(harness.extractOutputValues())
                    .last()
                    .satisfies(cleared -> {
                        assertThat(cleared.phase()).isEqualTo(Phase.CLEARED);
                        assertThat(cleared.at()).isEqualTo(told);
                    });
        }
    }
}

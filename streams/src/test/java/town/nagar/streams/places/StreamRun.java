package town.nagar.streams.places;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import town.nagar.contracts.alerts.AlertEvent;
import town.nagar.contracts.readings.Aggregate;
import town.nagar.streams.fixtures.SmallTown;
import town.nagar.streams.reference.ReferenceItem;
import town.nagar.streams.reference.ReferenceSnapshot;
import town.nagar.streams.window.Sample;
import town.nagar.streams.window.Slice;
import town.nagar.streams.window.SliceHarness;
import town.nagar.streams.wire.AggregateCodec;
import town.nagar.streams.wire.CompactType;

/** Runs samples through the operators of a job on Flink's harness, with a watermark after each. */
final class StreamRun {
    private static final Duration DISORDER = Duration.ofSeconds(30);

    private static final int MAX_PARALLELISM = 128;

    private final DomainLogic job;
    private final SmallTown town;
    private final List<Slice> slices = new ArrayList<>();
    private final List<Aggregate> results = new ArrayList<>();
    private final List<AlertEvent> alerts = new ArrayList<>();

    private StreamRun(DomainLogic job, SmallTown town) {
        this.job = job;
        this.town = town;
    }

    /** Runs samples in the order given and then lets all windows end. */
    @SuppressWarnings("try") // closing a harness may throw anything
    static StreamRun of(DomainLogic job, SmallTown town, List<Sample> samples) throws Exception {
        StreamRun run = new StreamRun(job, town);
        try (var cutting = SliceHarness.harness(job.slicer());
                var judging = run.judging()) {
            cutting.open();
            judging.open();
            long newest = Long.MIN_VALUE;
            for (Sample sample : samples) {
                cutting.processElement(new StreamRecord<>(sample, sample.timeMillis()));
                newest = Math.max(newest, sample.timeMillis());
                run.pass(newest - DISORDER.toMillis() - 1, cutting, judging);
            }
            run.pass(newest + Duration.ofDays(2).toMillis(), cutting, judging);
        }
        return run;
    }

    private KeyedBroadcastOperatorTestHarness<String, Routed, ReferenceItem, Aggregate> judging()
            throws Exception {
        var function =
                new PlaceFunction(
                        job.logic(), ReferenceSnapshot.of(town.items()), job.slicer().lateness());
        var harness =
                new KeyedBroadcastOperatorTestHarness<>(
                        new CoBroadcastWithKeyedOperator<>(function, List.of(town.reference())),
                        Routed::place,
                        Types.STRING,
                        MAX_PARALLELISM,
                        1,
                        0);
        harness.setup(CompactType.of(new AggregateCodec()).serializer());
        return harness;
    }

    private void pass(
            long watermark,
            KeyedOneInputStreamOperatorTestHarness<String, Sample, Slice> cutting,
            KeyedBroadcastOperatorTestHarness<String, Routed, ReferenceItem, Aggregate> judging)
            throws Exception {
        cutting.processWatermark(watermark);
        for (Slice slice : cutting.extractOutputValues()) {
            slices.add(slice);
            for (String place : job.logic().places(slice, town.book())) {
                judging.processElement(new StreamRecord<>(new Routed(place, slice)));
            }
        }
        cutting.getOutput().clear();
        judging.processWatermark(new Watermark(watermark));
        judging.processBroadcastWatermark(new Watermark(watermark));
        results.addAll(judging.extractOutputValues());
        judging.getOutput().clear();
        take(judging);
    }

    private void take(
            KeyedBroadcastOperatorTestHarness<String, Routed, ReferenceItem, Aggregate> judging) {
        var side = judging.getSideOutput(PlaceFunction.ALERTS);
        while (side != null && !side.isEmpty()) {
            alerts.add(side.poll().getValue());
        }
    }

    List<Slice> slices() {
        return List.copyOf(slices);
    }

    List<Aggregate> results() {
        return List.copyOf(results);
    }

    List<AlertEvent> alerts() {
        return List.copyOf(alerts);
    }
}

package town.nagar.streams.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import town.nagar.contracts.alerts.AlertEvent;
import town.nagar.contracts.alerts.Severity;
import town.nagar.contracts.places.Sensor;
import town.nagar.streams.reference.ReferenceItem;
import town.nagar.streams.reference.ReferenceSnapshot;
import town.nagar.streams.reference.ReferenceState;
import town.nagar.streams.window.Slice;
import town.nagar.streams.wire.AlertEventCodec;
import town.nagar.streams.wire.CompactType;

/**
 * Tells when a confirmed sensor falls silent: when the clock, not event time, is further from its
 * last slice than it should be. Only sensors whose slices came while they were fresh can fall
 * silent, so a replay of old readings raises no storm. The alert's place is the sensor's id: each
 * sensor has an episode of its own.
 */
public final class Silence
        extends KeyedBroadcastProcessFunction<String, Slice, ReferenceItem, AlertEvent>
        implements CheckpointedFunction {
    static final Rule RULE = Rule.simple("sensor_silent");

    /** So many of its intervals may pass. */
    private static final int INTERVALS = 3;

    private static final Duration FRESH = Duration.ofHours(1);

    private final ReferenceSnapshot snapshot;
    private final Duration atLeast;
    private transient @Nullable ReferenceState reference;
    private transient @Nullable ValueState<Slice> last;
    private transient @Nullable ValueState<Episode> open;
    private transient @Nullable ValueState<Long> timer;

    Silence(ReferenceSnapshot snapshot, Duration atLeast) {
        this.snapshot = snapshot;
        this.atLeast = atLeast;
    }

    /**
     * Adds the watch to a job.
     *
     * @param atLeast how long any sensor may be silent
     */
    public static DataStream<AlertEvent> add(
            DataStream<Slice> slices,
            BroadcastStream<ReferenceItem> reference,
            ReferenceSnapshot snapshot,
            Duration atLeast) {
        return slices.keyBy(Slice::sensorId, Types.STRING)
                .connect(reference)
                .process(new Silence(snapshot, atLeast), CompactType.of(new AlertEventCodec()))
                .name("silence")
                .uid("silence");
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        reference = ReferenceState.open(context, snapshot);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {}

    @Override
    public void open(OpenContext context) {
        last = state("last", CompactType.of(new town.nagar.streams.window.SliceCodec()));
        open = state("open", CompactType.of(new EpisodeCodec()));
        timer = state("timer", Types.LONG);
    }

    private <T> ValueState<T> state(
            String name, org.apache.flink.api.common.typeinfo.TypeInformation<T> type) {
        return getRuntimeContext().getState(new ValueStateDescriptor<>(name, type));
    }

    @Override
    public void processElement(Slice slice, ReadOnlyContext context, Collector<AlertEvent> out)
            throws Exception {
        Optional<Slice> known = Optional.ofNullable(last().value());
        if (known.isPresent() && known.get().end() >= slice.end()) {
            return;
        }
        last().update(slice);
        long now = context.timerService().currentProcessingTime();
        step(verdict(slice, now), slice, Instant.ofEpochMilli(slice.end()), out);
        if (timer().value() == null && now - slice.end() <= FRESH.toMillis()) {
            watch(allowedUntil(slice), context);
        }
    }

    /** What a sensor tells late does not end its silence before it has caught up with the clock. */
    private Verdict verdict(Slice slice, long now) {
        return allowedUntil(slice) > now ? Verdict.CALM : Verdict.HOLDING;
    }

    private void watch(long until, ReadOnlyContext context) throws Exception {
        timer().update(until);
        context.timerService().registerProcessingTimeTimer(until);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<AlertEvent> out)
            throws Exception {
        timer().clear();
        Slice slice = Objects.requireNonNull(last().value());
        long until = allowedUntil(slice);
        if (until > context.timerService().currentProcessingTime()) {
            watch(until, context);
        } else if (isVerified(slice.sensorId())) {
            step(Verdict.FIRING, slice, Instant.ofEpochMilli(until), out);
        }
    }

    private boolean isVerified(String sensorId) {
        return reference().book().findSensor(sensorId).map(Sensor::verified).orElse(false);
    }

    private long allowedUntil(Slice slice) {
        int seconds =
                reference()
                        .book()
                        .findSensor(slice.sensorId())
                        .map(Sensor::intervalSeconds)
                        .orElse(0);
        Duration allowed = Duration.ofSeconds((long) INTERVALS * seconds);
        return slice.end() + Math.max(allowed.toMillis(), atLeast.toMillis());
    }

    private void step(Verdict verdict, Slice slice, Instant at, Collector<AlertEvent> out)
            throws Exception {
        Observation seen = observation(verdict, slice, at);
        Episode.Step step =
                Optional.ofNullable(open().value())
                        .map(episode -> episode.next(seen))
                        .orElseGet(() -> Episode.begin(seen));
        if (step.episode().isPresent()) {
            open().update(step.episode().get());
        } else {
            open().clear();
        }
        step.event().ifPresent(out::collect);
    }

    private static Observation observation(Verdict verdict, Slice slice, Instant at) {
        return new Observation(
                RULE,
                slice.domain(),
                slice.sensorId(),
                at,
                verdict,
                Severity.MEDIUM,
                "Sensor %s is silent".formatted(slice.sensorId()),
                "Nothing from sensor %s of %s since %s"
                        .formatted(
                                slice.sensorId(),
                                slice.placeId(),
                                Instant.ofEpochMilli(slice.end())),
                new TreeMap<>(),
                List.of(slice.sensorId()));
    }

    @Override
    public void processBroadcastElement(
            ReferenceItem item, Context context, Collector<AlertEvent> out) throws Exception {
        reference().take(item, context);
    }

    private ReferenceState reference() {
        return Objects.requireNonNull(reference);
    }

    private ValueState<Slice> last() {
        return Objects.requireNonNull(last);
    }

    private ValueState<Episode> open() {
        return Objects.requireNonNull(open);
    }

    private ValueState<Long> timer() {
        return Objects.requireNonNull(timer);
    }
}

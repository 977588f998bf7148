package town.nagar.streams.places;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import town.nagar.contracts.alerts.AlertEvent;
import town.nagar.contracts.readings.Aggregate;
import town.nagar.streams.reference.ReferenceItem;
import town.nagar.streams.reference.ReferenceSnapshot;
import town.nagar.streams.reference.ReferenceState;
import town.nagar.streams.wire.AlertEventCodec;
import town.nagar.streams.wire.CompactType;

/**
 * Runs a place logic: at the end of each window, and again for windows that late slices changed.
 */
final class PlaceFunction
        extends KeyedBroadcastProcessFunction<String, Routed, ReferenceItem, Aggregate>
        implements CheckpointedFunction {
    static final OutputTag<AlertEvent> ALERTS =
            new OutputTag<>("alerts", CompactType.of(new AlertEventCodec()));

    private final PlaceLogic logic;
    private final ReferenceSnapshot snapshot;
    private final Duration lateness;
    private transient @Nullable ReferenceState reference;
    private transient @Nullable PlaceMemory memory;
    private transient String place = "";

    PlaceFunction(PlaceLogic logic, ReferenceSnapshot snapshot, Duration lateness) {
        this.logic = logic;
        this.snapshot = snapshot;
        this.lateness = lateness;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        reference = ReferenceState.open(context, snapshot);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {}

    @Override
    public void open(OpenContext context) {
        memory = new FlinkMemory(getRuntimeContext(), lateness, () -> place);
    }

    @Override
    public void processElement(Routed routed, ReadOnlyContext context, Collector<Aggregate> out) {
        place = routed.place();
        memory().put(routed.slice());
        for (long end : logic.windowEnds(routed.place(), routed.slice())) {
            if (end - 1 > context.timerService().currentWatermark()) {
                context.timerService().registerEventTimeTimer(end - 1);
            } else {
                evaluate(routed.place(), end, true, context, out);
            }
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Aggregate> out) {
        place = context.getCurrentKey();
        evaluate(place, timestamp + 1, false, context, out);
    }

    private void evaluate(
            String place,
            long end,
            boolean correction,
            ReadOnlyContext context,
            Collector<Aggregate> out) {
        new Evaluation(
                        logic,
                        place,
                        Instant.ofEpochMilli(end),
                        reference().book(),
                        memory(),
                        correction,
                        out::collect,
                        alert -> context.output(ALERTS, alert))
                .run();
    }

    @Override
    public void processBroadcastElement(
            ReferenceItem item, Context context, Collector<Aggregate> out) throws Exception {
        reference().take(item, context);
    }

    private ReferenceState reference() {
        return Objects.requireNonNull(reference);
    }

    private PlaceMemory memory() {
        return Objects.requireNonNull(memory);
    }
}

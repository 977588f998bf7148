package town.nagar.streams.places;

import java.util.Objects;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import town.nagar.streams.reference.ReferenceItem;
import town.nagar.streams.reference.ReferenceSnapshot;
import town.nagar.streams.reference.ReferenceState;
import town.nagar.streams.window.Slice;

/** Sends each slice to all places whose findings it can change. */
final class Routing extends BroadcastProcessFunction<Slice, ReferenceItem, Routed>
        implements CheckpointedFunction {
    private final PlaceLogic logic;
    private final ReferenceSnapshot snapshot;
    private transient @Nullable ReferenceState reference;

    Routing(PlaceLogic logic, ReferenceSnapshot snapshot) {
        this.logic = logic;
        this.snapshot = snapshot;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        reference = ReferenceState.open(context, snapshot);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {}

    @Override
    public void processElement(Slice slice, ReadOnlyContext context, Collector<Routed> out) {
        for (String place : logic.places(slice, reference().book())) {
            out.collect(new Routed(place, slice));
        }
    }

    @Override
    public void processBroadcastElement(ReferenceItem item, Context context, Collector<Routed> out)
            throws Exception {
        reference().take(item, context);
    }

    private ReferenceState reference() {
        return Objects.requireNonNull(reference);
    }
}

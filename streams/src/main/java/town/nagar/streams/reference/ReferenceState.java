package town.nagar.streams.reference;

import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.streaming.api.functions.co.BaseBroadcastProcessFunction;

/** An operator's broadcast state and the book made of it. */
public final class ReferenceState {
    private final ReferenceBook book = new ReferenceBook();
    private final BroadcastState<String, ReferenceItem> state;

    private ReferenceState(BroadcastState<String, ReferenceItem> state) {
        this.state = state;
    }

    /** Restores what a checkpoint knew; without one, starts from the snapshot. */
    public static ReferenceState open(
            FunctionInitializationContext context, ReferenceSnapshot snapshot) throws Exception {
        ReferenceState reference =
                new ReferenceState(
                        context.getOperatorStateStore().getBroadcastState(ReferenceSource.STATE));
        if (context.isRestored()) {
            reference.state.entries().forEach(entry -> reference.book.take(entry.getValue()));
        } else {
            for (ReferenceItem item : snapshot.read()) {
                reference.take(item, reference.state);
            }
        }
        return reference;
    }

    /** Takes an item from the broadcast side. */
    public void take(ReferenceItem item, BaseBroadcastProcessFunction.Context context)
            throws Exception {
        take(item, context.getBroadcastState(ReferenceSource.STATE));
    }

    private void take(ReferenceItem item, BroadcastState<String, ReferenceItem> into)
            throws Exception {
        ReferenceItem known = into.get(item.key());
        if (known == null || known.offset() < item.offset()) {
            into.put(item.key(), item);
            book.take(item);
        }
    }

    public ReferenceBook book() {
        return book;
    }
}

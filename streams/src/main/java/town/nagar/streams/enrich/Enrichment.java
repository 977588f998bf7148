package town.nagar.streams.enrich;

import java.util.Objects;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import town.nagar.contracts.places.Sensor;
import town.nagar.contracts.readings.Reading;
import town.nagar.contracts.readings.Values;
import town.nagar.streams.reference.ReferenceItem;
import town.nagar.streams.reference.ReferenceSnapshot;
import town.nagar.streams.reference.ReferenceState;
import town.nagar.streams.source.ReadingCodec;
import town.nagar.streams.window.Sample;
import town.nagar.streams.window.SampleCodec;
import town.nagar.streams.window.Slicer;
import town.nagar.streams.wire.CompactType;

/**
 * Joins each reading with its sensor. Every reading goes on to the tables; those in time also go to
 * the windows, the others to the late ones.
 */
public final class Enrichment extends BroadcastProcessFunction<Reading, ReferenceItem, Sensed>
        implements CheckpointedFunction {
    /** What goes to windows. */
    public static final OutputTag<Sample> SAMPLES =
            new OutputTag<>("samples", CompactType.of(new SampleCodec()));

    /** What came too late for windows. */
    public static final OutputTag<Reading> LATE =
            new OutputTag<>("late", CompactType.of(new ReadingCodec()));

    /** Name of the counter of late readings. */
    public static final String LATE_READINGS = "nagar_late_readings";

    private final ReferenceSnapshot snapshot;
    private final Derivation derivation;
    private final Slicer slicer;
    private transient @Nullable ReferenceState reference;
    private transient Counter late = new SimpleCounter();

    public Enrichment(ReferenceSnapshot snapshot, Derivation derivation, Slicer slicer) {
        this.snapshot = snapshot;
        this.derivation = derivation;
        this.slicer = slicer;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        reference = ReferenceState.open(context, snapshot);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {}

    @Override
    public void open(OpenContext context) {
        late = getRuntimeContext().getMetricGroup().counter(LATE_READINGS);
    }

    @Override
    public void processElement(Reading reading, ReadOnlyContext context, Collector<Sensed> out) {
        var book = reference().book();
        Optional<Sensor> sensor = book.findSensor(reading.sensorId());
        out.collect(Sensed.of(reading, sensor, derivation.derive(reading, book)));
        long time = reading.eventTime().toEpochMilli();
        if (slicer.isTooLate(time, context.currentWatermark())) {
            late.inc();
            context.output(LATE, reading);
            return;
        }
        Values values = PlausibleValues.of(reading, sensor);
        context.output(
                SAMPLES,
                new Sample(
                        reading.sensorId(), reading.placeId(), time, reading.ingestId(), values));
    }

    @Override
    public void processBroadcastElement(ReferenceItem item, Context context, Collector<Sensed> out)
            throws Exception {
        reference().take(item, context);
    }

    private ReferenceState reference() {
        return Objects.requireNonNull(reference);
    }
}

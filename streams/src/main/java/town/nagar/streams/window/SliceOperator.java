package town.nagar.streams.window;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.internal.InternalListState;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;
import town.nagar.streams.wire.CompactType;

/**
 * Cuts the samples of each sensor into slices. A slice comes out when event time passes its end,
 * and again when samples come later.
 *
 * <p>Samples wait on the heap and go to state in bundles: before a checkpoint, before a slice that
 * they belong to comes out, and when they are many. State is only ever appended to, so a sample
 * costs no read.
 */
public final class SliceOperator extends AbstractStreamOperator<Slice>
        implements OneInputStreamOperator<Sample, Slice>, Triggerable<String, Long> {
    private static final int MOST_WAITING = 50_000;

    private final Slicer slicer;
    private transient Map<String, List<Sample>> waiting = Map.of();
    private transient int waitingCount;
    private transient long firstEnd;
    private transient @Nullable InternalListState<String, Long, Sample> samples;
    private transient @Nullable InternalTimerService<Long> timers;

    public SliceOperator(Slicer slicer) {
        this.slicer = slicer;
    }

    @Override
    @SuppressWarnings("unchecked") // every backend's list state is an internal one
    public void open() throws Exception {
        super.open();
        waiting = new HashMap<>();
        firstEnd = Long.MAX_VALUE;
        samples =
                (InternalListState<String, Long, Sample>)
                        this.<Long, ListState<Sample>, List<Sample>>getOrCreateKeyedState(
                                LongSerializer.INSTANCE,
                                new ListStateDescriptor<>(
                                        "samples", CompactType.of(new SampleCodec())));
        timers = getInternalTimerService("slices", LongSerializer.INSTANCE, this);
    }

    @Override
    public void processElement(StreamRecord<Sample> element) throws Exception {
        Sample sample = element.getValue();
        waiting.computeIfAbsent(sample.sensorId(), none -> new ArrayList<>()).add(sample);
        firstEnd = Math.min(firstEnd, slicer.endOf(slicer.startOf(sample.timeMillis())));
        if (++waitingCount >= MOST_WAITING) {
            flush();
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (firstEnd - 1 <= mark.getTimestamp()) {
            flush();
        }
        super.processWatermark(mark);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        flush();
    }

    private void flush() throws Exception {
        for (Map.Entry<String, List<Sample>> sensor : waiting.entrySet()) {
            setCurrentKey(sensor.getKey());
            Map<Long, List<Sample>> byStart = new HashMap<>();
            for (Sample sample : sensor.getValue()) {
                byStart.computeIfAbsent(
                                slicer.startOf(sample.timeMillis()), none -> new ArrayList<>())
                        .add(sample);
            }
            for (Map.Entry<Long, List<Sample>> slice : byStart.entrySet()) {
                add(slice.getKey(), slice.getValue());
            }
        }
        waiting.clear();
        waitingCount = 0;
        firstEnd = Long.MAX_VALUE;
    }

    private void add(long start, List<Sample> more) throws Exception {
        if (slicer.isTooLate(start, timers().currentWatermark())) {
            return; // its other samples are gone; the operators before give such to the late topic
        }
        long ends = slicer.endOf(start) - 1;
        state(start).addAll(more);
        timers().registerEventTimeTimer(start, ends + slicer.lateness().toMillis());
        if (ends <= timers().currentWatermark()) {
            emit(start);
        } else {
            timers().registerEventTimeTimer(start, ends);
        }
    }

    @Override
    public void onEventTime(InternalTimer<String, Long> timer) throws Exception {
        long start = timer.getNamespace();
        long ends = slicer.endOf(start) - 1;
        if (timer.getTimestamp() == ends) {
            emit(start);
        }
        if (timer.getTimestamp() == ends + slicer.lateness().toMillis()) {
            state(start).clear();
        }
    }

    private void emit(long start) throws Exception {
        Iterable<Sample> all = state(start).get();
        if (all.iterator().hasNext()) {
            output.collect(new StreamRecord<>(slicer.slice(start, all), slicer.endOf(start) - 1));
        }
    }

    private InternalListState<String, Long, Sample> state(long start) {
        InternalListState<String, Long, Sample> state = Objects.requireNonNull(samples);
        state.setCurrentNamespace(start);
        return state;
    }

    private InternalTimerService<Long> timers() {
        return Objects.requireNonNull(timers);
    }

    @Override
    public void onProcessingTime(InternalTimer<String, Long> timer) {
        throw new IllegalStateException("only event time is used");
    }
}

package town.nagar.streams.window;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import town.nagar.streams.wire.CompactType;

/** Puts the slice operator on Flink's harness. */
public final class SliceHarness {
    private SliceHarness() {}

    /** A harness that is set up and not yet open. */
    public static KeyedOneInputStreamOperatorTestHarness<String, Sample, Slice> harness(
            Slicer slicer) throws Exception {
        var harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new SliceOperator(slicer), Sample::sensorId, Types.STRING);
        harness.setup(CompactType.of(new SliceCodec()).serializer());
        return harness;
    }
}

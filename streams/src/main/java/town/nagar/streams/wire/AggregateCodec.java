package town.nagar.streams.wire;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import town.nagar.contracts.readings.Aggregate;

/** {@link Aggregate} as its JSON. */
public record AggregateCodec() implements Codec<Aggregate> {
    @Override
    public Class<Aggregate> type() {
        return Aggregate.class;
    }

    @Override
    public void write(Aggregate value, DataOutputView out) throws IOException {
        JsonCodec.write(value, out);
    }

    @Override
    public Aggregate read(int version, DataInputView in) throws IOException {
        return JsonCodec.read(Aggregate.class, in);
    }
}

package town.nagar.streams.places;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import town.nagar.streams.window.SliceCodec;
import town.nagar.streams.wire.Codec;

/** A routed slice. */
public record RoutedCodec() implements Codec<Routed> {
    private static final SliceCodec SLICE = new SliceCodec();

    @Override
    public Class<Routed> type() {
        return Routed.class;
    }

    @Override
    public void write(Routed routed, DataOutputView out) throws IOException {
        out.writeUTF(routed.place());
        SLICE.write(routed.slice(), out);
    }

    @Override
    public Routed read(int version, DataInputView in) throws IOException {
        return new Routed(in.readUTF(), SLICE.read(version, in));
    }
}

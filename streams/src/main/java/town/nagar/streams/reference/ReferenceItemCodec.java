package town.nagar.streams.reference;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;
import town.nagar.streams.wire.Codec;

/** A reference item; a shape may be longer than 64 KB. */
public record ReferenceItemCodec() implements Codec<ReferenceItem> {
    @Override
    public Class<ReferenceItem> type() {
        return ReferenceItem.class;
    }

    @Override
    public void write(ReferenceItem item, DataOutputView out) throws IOException {
        out.writeUTF(item.key());
        out.writeLong(item.offset());
        StringValue.writeString(item.json(), out);
    }

    @Override
    public ReferenceItem read(int version, DataInputView in) throws IOException {
        return new ReferenceItem(in.readUTF(), in.readLong(), StringValue.readString(in));
    }
}

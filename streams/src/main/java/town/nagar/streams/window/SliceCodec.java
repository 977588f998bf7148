package town.nagar.streams.window;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Quantities;
import town.nagar.streams.wire.Codec;

/** A slice with the figures of those quantities that had values. */
public record SliceCodec() implements Codec<Slice> {
    private static final Domain[] DOMAINS = Domain.values();

    @Override
    public Class<Slice> type() {
        return Slice.class;
    }

    @Override
    public void write(Slice slice, DataOutputView out) throws IOException {
        out.writeByte(slice.domain().ordinal());
        out.writeUTF(slice.sensorId());
        out.writeUTF(slice.placeId());
        out.writeLong(slice.start());
        out.writeLong(slice.end());
        out.writeInt(slice.readings());
        double[] figures = slice.figures();
        int present = 0;
        for (int at = 0; at < figures.length; at += Slice.WIDTH) {
            present |= figures[at] > 0 ? 1 << at / Slice.WIDTH : 0;
        }
        out.writeInt(present);
        for (int at = 0; at < figures.length; at++) {
            if ((present & 1 << at / Slice.WIDTH) != 0) {
                out.writeDouble(figures[at]);
            }
        }
    }

    @Override
    public Slice read(int version, DataInputView in) throws IOException {
        Domain domain = DOMAINS[in.readByte()];
        String sensorId = in.readUTF();
        String placeId = in.readUTF();
        long start = in.readLong();
        long end = in.readLong();
        int readings = in.readInt();
        int present = in.readInt();
        double[] figures = new double[Quantities.of(domain).count() * Slice.WIDTH];
        for (int at = 0; at < figures.length; at++) {
            if ((present & 1 << at / Slice.WIDTH) != 0) {
                figures[at] = in.readDouble();
            }
        }
        return new Slice(domain, sensorId, placeId, start, end, readings, figures);
    }
}

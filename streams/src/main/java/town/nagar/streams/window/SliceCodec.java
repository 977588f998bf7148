package town.nagar.streams.window;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Quantities;
import town.nagar.streams.wire.Codec;
import town.nagar.streams.wire.ValuesWire;

/** A slice with the figures of those quantities that had values. */
public record SliceCodec() implements Codec<Slice> {
    @Override
    public Class<Slice> type() {
        return Slice.class;
    }

    @Override
    public void write(Slice slice, DataOutputView out) throws IOException {
        ValuesWire.writeDomain(slice.domain(), out);
        out.writeUTF(slice.sensorId());
        out.writeUTF(slice.placeId());
        out.writeLong(slice.start());
        out.writeLong(slice.end());
        out.writeInt(slice.readings());
        double[] figures = slice.figures();
        int present = 0;
        for (int at = 0; at < figures.length; at += Slice.WIDTH) {
            present |= figures[at] > 0 ? bit(at) : 0;
        }
        out.writeInt(present);
        for (int at = 0; at < figures.length; at++) {
            if ((present & bit(at)) != 0) {
                out.writeDouble(figures[at]);
            }
        }
    }

    @Override
    public Slice read(int version, DataInputView in) throws IOException {
        Domain domain = ValuesWire.readDomain(in);
        String sensorId = in.readUTF();
        String placeId = in.readUTF();
        long start = in.readLong();
        long end = in.readLong();
        int readings = in.readInt();
        int present = in.readInt();
        double[] figures = new double[Quantities.of(domain).count() * Slice.WIDTH];
        for (int at = 0; at < figures.length; at++) {
            if ((present & bit(at)) != 0) {
                figures[at] = in.readDouble();
            }
        }
        return new Slice(domain, sensorId, placeId, start, end, readings, figures);
    }

    /** The bit of the quantity that a figure belongs to. */
    private static int bit(int at) {
        return 1 << (at / Slice.WIDTH);
    }
}

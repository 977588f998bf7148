package town.nagar.engine.people;

import java.nio.ByteBuffer;

/** Whole arrays to and from a buffer, eight bytes a slot. */
final class StateBytes {
    private StateBytes() {}

    static void put(ByteBuffer out, double[] values) {
        out.asDoubleBuffer().put(values);
        out.position(out.position() + values.length * Double.BYTES);
    }

    static void get(ByteBuffer in, double[] values) {
        in.asDoubleBuffer().get(values);
        in.position(in.position() + values.length * Double.BYTES);
    }

    static void put(ByteBuffer out, long[] values) {
        out.asLongBuffer().put(values);
        out.position(out.position() + values.length * Long.BYTES);
    }

    static void get(ByteBuffer in, long[] values) {
        in.asLongBuffer().get(values);
        in.position(in.position() + values.length * Long.BYTES);
    }
}

package town.nagar.engine.people;

import java.nio.ByteBuffer;

/**
 * The state of all people as bytes, from which a run goes on with the same bits.
 *
 * <p>Layout, big-endian: the word {@code NAGP}, format number, hour, numbers of citizens,
 * businesses and farms, then their arrays. Traits are not part of it: they come from the town's
 * files.
 */
public final class Checkpoint {
    private static final int WORD = 0x4E414750;
    private static final int FORMAT = 1;
    private static final int HEADER = 6 * Integer.BYTES;

    private Checkpoint() {}

    /**
     * The state after an hour.
     *
     * @param hour the next one to step
     * @throws ArithmeticException if the state is larger than 2 GiB
     */
    public static byte[] save(int hour, Citizens citizens, Businesses businesses, Farms farms) {
        int size =
                Math.addExact(
                        HEADER + citizens.stateBytes(),
                        Math.addExact(businesses.stateBytes(), farms.stateBytes()));
        var out = ByteBuffer.allocate(size);
        out.putInt(WORD).putInt(FORMAT).putInt(hour);
        out.putInt(citizens.count()).putInt(businesses.count()).putInt(farms.count());
        citizens.save(out);
        businesses.save(out);
        farms.save(out);
        return out.array();
    }

    /**
     * Puts a saved state into people made from the same traits.
     *
     * @return the hour to go on with
     * @throws IllegalArgumentException if the bytes are of another format or town; then nothing has
     *     changed
     */
    public static int restore(byte[] saved, Citizens citizens, Businesses businesses, Farms farms) {
        var in = ByteBuffer.wrap(saved);
        int size = HEADER + citizens.stateBytes() + businesses.stateBytes() + farms.stateBytes();
        if (saved.length < HEADER || in.getInt() != WORD || in.getInt() != FORMAT) {
            throw new IllegalArgumentException(
                    "%d bytes are no checkpoint of format %d".formatted(saved.length, FORMAT));
        }
        int hour = in.getInt();
        requireSame("citizens", in.getInt(), citizens.count());
        requireSame("businesses", in.getInt(), businesses.count());
        requireSame("farms", in.getInt(), farms.count());
        requireSame("bytes", saved.length, size);
        citizens.restore(in);
        businesses.restore(in);
        farms.restore(in);
        return hour;
    }

    private static void requireSame(String what, int saved, int expected) {
        if (saved != expected) {
            throw new IllegalArgumentException(
                    "a checkpoint of %d %s; allowed are %d".formatted(saved, what, expected));
        }
    }
}

package town.nagar.engine.town;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;

/**
 * The state of a run between two hours as bytes, from which it goes on with the same bits.
 *
 * <p>Layout, big-endian: the word {@code NAGT}, format number, next hour, number of citizens; then
 * the arrays of all parts, doubles before floats before bytes.
 */
final class TownState {
    private static final int WORD = 0x4E414754;
    private static final int FORMAT = 3;
    private static final int HEADER = 4 * Integer.BYTES;

    private final int citizens;
    private final List<double[]> doubles;
    private final List<float[]> floats;
    private final List<byte[]> bytes;

    TownState(TownRun run) {
        citizens = run.scene.agents.citizens;
        doubles =
                Stream.of(
                                run.tally.state(),
                                run.morning.state(),
                                run.streets.state(),
                                run.sky.state(),
                                run.pipes.state(),
                                run.fields.state(),
                                run.shops.state(),
                                run.citizens.conduct.state(),
                                run.citizens.journeys.state(),
                                run.citizens.breath.state(),
                                run.citizens.wellbeing.state())
                        .flatMap(Stream::of)
                        .toList();
        floats =
                Stream.concat(
                                Stream.of(run.shops.luck(), run.morning.today()),
                                Stream.of(run.citizens.expectations.state()))
                        .toList();
        bytes = List.of(run.citizens.choices());
    }

    byte[] save(int nextHour) {
        var out = ByteBuffer.allocate(size());
        out.putInt(WORD).putInt(FORMAT).putInt(nextHour).putInt(citizens);
        for (double[] array : doubles) {
            out.asDoubleBuffer().put(array);
            skip(out, array.length * Double.BYTES);
        }
        for (float[] array : floats) {
            out.asFloatBuffer().put(array);
            skip(out, array.length * Float.BYTES);
        }
        for (byte[] array : bytes) {
            out.put(array);
        }
        return out.array();
    }

    /**
     * Puts a saved state into the run.
     *
     * @return the hour to go on with
     * @throws IllegalArgumentException if the bytes are of another town or format; then nothing has
     *     changed
     */
    int restore(byte[] saved) {
        var in = ByteBuffer.wrap(saved);
        if (saved.length != size() || in.getInt() != WORD || in.getInt() != FORMAT) {
            throw new IllegalArgumentException(
                    "%d bytes are no state of this town; allowed are the %d of format %d"
                            .formatted(saved.length, size(), FORMAT));
        }
        int hour = in.getInt();
        int people = in.getInt();
        if (people != citizens) {
            throw new IllegalArgumentException(
                    "a state of %d citizens; allowed are %d".formatted(people, citizens));
        }
        for (double[] array : doubles) {
            in.asDoubleBuffer().get(array);
            skip(in, array.length * Double.BYTES);
        }
        for (float[] array : floats) {
            in.asFloatBuffer().get(array);
            skip(in, array.length * Float.BYTES);
        }
        for (byte[] array : bytes) {
            in.get(array);
        }
        return hour;
    }

    private static void skip(ByteBuffer buffer, int bytes) {
        buffer.position(buffer.position() + bytes);
    }

    private int size() {
        return HEADER
                + doubles.stream().mapToInt(array -> array.length * Double.BYTES).sum()
                + floats.stream().mapToInt(array -> array.length * Float.BYTES).sum()
                + bytes.stream().mapToInt(array -> array.length).sum();
    }
}

package town.nagar.forecast.interval;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Half-widths of intervals as they were learnt: by level, series and step ahead, for a forecast of
 * size 1.
 */
public final class HalfWidths {
    private static final int MOST = 1 << 24;

    private final double[][][] half;

    private HalfWidths(double[][][] half) {
        this.half = half;
    }

    /** What past errors say of each level, series and step. */
    public static HalfWidths of(Conformal learnt, int levels, int series, int steps) {
        double[][][] half = new double[levels][series][steps];
        for (int level = 0; level < levels; level++) {
            for (int one = 0; one < series; one++) {
                for (int step = 0; step < steps; step++) {
                    half[level][one][step] = learnt.half(level, one, step, 1);
                }
            }
        }
        return new HalfWidths(half);
    }

    /** The half-width of a level, from 0; NaN if nothing was learnt of it. */
    public double half(int level, int series, int step, double size) {
        return half[level][series][step] * size;
    }

    /** How many series and steps there are. */
    public boolean cover(int series, int steps) {
        return half.length > 0 && half[0].length == series && half[0][0].length == steps;
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(half.length);
        out.writeInt(half[0].length);
        out.writeInt(half[0][0].length);
        for (double[][] level : half) {
            for (double[] series : level) {
                for (double step : series) {
                    out.writeDouble(step);
                }
            }
        }
    }

    /** Reads what {@link #write} wrote. */
    public static HalfWidths read(DataInput in) throws IOException {
        int levels = in.readInt();
        int series = in.readInt();
        int steps = in.readInt();
        if (levels < 1 || series < 1 || steps < 1 || (long) levels * series * steps > MOST) {
            throw new IOException(
                    "half-widths of %d levels, %d series, %d steps"
                            .formatted(levels, series, steps));
        }
        double[][][] half = new double[levels][series][steps];
        for (double[][] level : half) {
            for (double[] one : level) {
                for (int step = 0; step < steps; step++) {
                    one[step] = in.readDouble();
                }
            }
        }
        return new HalfWidths(half);
    }
}

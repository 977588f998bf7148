package town.nagar.forecast.interval;

import java.util.Arrays;

/**
 * Half-widths of intervals from past errors, per step ahead and series, adapted to their own
 * misses.
 *
 * <p>Split conformal: the half-width at level 1-a is the ceil((n+1)(1-a))-th smallest of n past
 * absolute errors (Lei et al. 2018, "Distribution-Free Predictive Inference for Regression"). An
 * error counts in units of its cell, a series at a step ahead, times a size handed in; the units'
 * ratios are pooled over the steps of a band. The unit an error is divided by is found without it,
 * as that of an error to come is: else few errors, each in part its own unit, would look alike
 * (Barber et al. 2021, "Predictive Inference with the Jackknife+"). Adaptive: for each step ahead,
 * after each time whose intervals came true or not, a moves by rate (target - share missed) (Gibbs
 * and Candes 2021, "Adaptive Conformal Inference Under Distribution Shift").
 */
public final class Conformal {
    private static final double RATE = 0.015;
    private static final int KEPT = 150;
    private static final double CELL_TRUST = 4;
    private static final int FEWEST_OF_ONE_SERIES = 300;
    private static final double LEAST_MISS = 0.002;

    /** Least share of a cell's unit that one of its errors is divided by. */
    private static final double LEAST_UNIT = 0.25;

    private final int series;
    private final int steps;
    private final int kept;
    private final int[] bands;
    private final int bandCount;
    private final double[] misses;
    private final double[][] adapted;
    private final double[][] ring;
    private final int[] held;
    private final int[] written;
    private final double[] unit;
    private final double[] cellSum;
    private final double[] seriesSum;
    private final double[] seriesHeld;
    private double everySum;
    private double everyHeld;
    private final double[][] sorted;
    private boolean fresh;

    /**
     * Nothing learnt yet, and the latest {@value #KEPT} errors of each series and step to count.
     */
    public Conformal(int series, int[] bands, double... levels) {
        this(series, KEPT, bands, levels);
    }

    /**
     * Nothing learnt yet.
     *
     * @param kept latest errors of each series and step that count
     * @param bands the band of each step ahead, from 0 without holes
     * @param levels such as 0.8 and 0.95
     */
    public Conformal(int series, int kept, int[] bands, double... levels) {
        this.series = series;
        this.kept = kept;
        this.steps = bands.length;
        this.bands = bands.clone();
        this.misses = Arrays.stream(levels).map(level -> 1 - level).toArray();
        int bandCount = Arrays.stream(bands).max().orElse(0) + 1;
        this.bandCount = bandCount;
        this.adapted = new double[levels.length][steps];
        for (int level = 0; level < levels.length; level++) {
            Arrays.fill(adapted[level], misses[level]);
        }
        this.ring = new double[series * steps][];
        this.held = new int[series * steps];
        this.written = new int[series * steps];
        this.unit = new double[series * steps];
        this.cellSum = new double[series * steps];
        this.seriesSum = new double[series];
        this.seriesHeld = new double[series];
        this.sorted = new double[(series + 1) * bandCount][];
    }

    /** Takes an error that has become known, and the size its forecast had. */
    public void learn(int one, int step, double error, double size) {
        int cell = one * steps + step;
        if (ring[cell] == null) {
            ring[cell] = new double[kept];
        }
        ring[cell][written[cell]++ % kept] = Math.abs(error) / size;
        held[cell] = Math.min(kept, held[cell] + 1);
        fresh = false;
    }

    /** Takes whether an interval of a level, of one of the series at a step, missed the truth. */
    public void judge(int level, int step, boolean missed) {
        double moved = adapted[level][step] + RATE * (misses[level] - (missed ? 1 : 0)) / series;
        adapted[level][step] = Math.clamp(moved, LEAST_MISS, Math.max(0.5, misses[level]));
    }

    /** The half-width as {@link #half} has it, but adapted to nothing: split conformal. */
    public double splitHalf(int level, int one, int step, double size) {
        return half(misses[level], one, step, size);
    }

    /** The half-width of a level for a forecast of a size; NaN if nothing was learnt. */
    public double half(int level, int one, int step, double size) {
        return half(adapted[level][step], one, step, size);
    }

    private double half(double miss, int one, int step, double size) {
        if (!fresh) {
            prepare();
        }
        int band = bands[step];
        double[] own = sorted[one * bandCount + band];
        double[] pooled = sorted[series * bandCount + band];
        double[] from = own.length >= FEWEST_OF_ONE_SERIES ? own : pooled;
        if (from.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil((from.length + 1) * (1 - miss));
        double ratio = from[Math.clamp(rank - 1, 0, from.length - 1)];
        return ratio * unit[one * steps + step] * size;
    }

    private void prepare() {
        units();
        for (int band = 0; band < bandCount; band++) {
            boolean few = false;
            for (int one = 0; one < series; one++) {
                double[] own = ratios(one, one + 1, band);
                sorted[one * bandCount + band] = own;
                few |= own.length < FEWEST_OF_ONE_SERIES;
            }
            sorted[series * bandCount + band] = few ? ratios(0, series, band) : new double[0];
        }
        fresh = true;
    }

    private void units() {
        Arrays.fill(seriesSum, 0);
        Arrays.fill(seriesHeld, 0);
        everySum = 0;
        everyHeld = 0;
        for (int cell = 0; cell < held.length; cell++) {
            double sum = 0;
            for (int i = 0; i < held[cell]; i++) {
                sum += ring[cell][i];
            }
            cellSum[cell] = sum;
            seriesSum[cell / steps] += sum;
            seriesHeld[cell / steps] += held[cell];
            everySum += sum;
            everyHeld += held[cell];
        }
        for (int cell = 0; cell < held.length; cell++) {
            unit[cell] = Math.max(unit(cell, 0, 0), 1e-12);
        }
    }

    /**
     * A cell's mean error, drawn towards its series' mean, and that towards the mean of all.
     *
     * @param less what is taken off all sums
     * @param fewer how many errors that is
     */
    private double unit(int cell, double less, int fewer) {
        int one = cell / steps;
        double every = mean(everySum - less, everyHeld - fewer, 0, 0);
        double own = mean(seriesSum[one] - less, seriesHeld[one] - fewer, CELL_TRUST, every);
        return mean(cellSum[cell] - less, held[cell] - fewer, CELL_TRUST, own);
    }

    private static double mean(double sum, double count, double trust, double towards) {
        return count + trust == 0 ? 0 : (sum + trust * towards) / (count + trust);
    }

    private double[] ratios(int from, int to, int band) {
        int count = 0;
        for (int cell = from * steps; cell < to * steps; cell++) {
            count += bands[cell % steps] == band ? held[cell] : 0;
        }
        double[] out = new double[count];
        int at = 0;
        for (int cell = from * steps; cell < to * steps; cell++) {
            for (int i = 0; bands[cell % steps] == band && i < held[cell]; i++) {
                double without = unit(cell, ring[cell][i], 1);
                out[at++] = ring[cell][i] / Math.max(without, LEAST_UNIT * unit[cell]);
            }
        }
        Arrays.sort(out);
        return out;
    }
}

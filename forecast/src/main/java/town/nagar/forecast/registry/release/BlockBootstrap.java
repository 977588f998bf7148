package town.nagar.forecast.registry.release;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How far chance may have carried a mean over forecast origins.
 *
 * <p>Neighbouring origins resemble each other, most of all where their forecasts reach over the
 * same times, so origins are drawn in blocks: the circular block bootstrap of Politis and Romano
 * (1992), with blocks of the cube root of the number of origins, and no shorter than forecasts
 * overlap.
 *
 * <p>Of few blocks the draws spread too little. Their distance from the mean is therefore stretched
 * by what Student's t of so many blocks has over the normal distribution, and by the root of k / (k
 * - 1) for k blocks.
 */
final class BlockBootstrap {
    /** What lies beyond each end of an interval. */
    static final double TAIL = 0.025;

    private static final int DRAWS = 2000;

    /** The normal distribution's point with that tail. */
    private static final double NORMAL = 1.959964;

    /** A mean, and the ends of the interval that holds it in 95 % of draws. */
    record Interval(double mean, double low, double high) {}

    private BlockBootstrap() {}

    /**
     * The mean of values of origins.
     *
     * @param values a forecast origin each, in order of time; at least one
     * @param overlap how many origins in a row have forecasts of the same times; 1 if none
     * @param seed of the draws
     * @throws IllegalArgumentException if there is no value, or the overlap is below 1
     */
    static Interval mean(double[] values, int overlap, long seed) {
        if (values.length == 0 || overlap < 1) {
            throw new IllegalArgumentException(
                    "%d origins, overlap %d".formatted(values.length, overlap));
        }
        double[] means = means(values, block(values.length, overlap), new SplittableRandom(seed));
        Arrays.sort(means);
        double mean = Arrays.stream(values).sum() / values.length;
        double stretch = stretch(blocks(values.length, overlap));
        return new Interval(
                mean,
                mean + stretch * (means[(int) (TAIL * DRAWS)] - mean),
                mean + stretch * (means[DRAWS - 1 - (int) (TAIL * DRAWS)] - mean));
    }

    /** How many blocks so many origins are. */
    static double blocks(int origins, int overlap) {
        return (double) origins / block(origins, overlap);
    }

    private static int block(int origins, int overlap) {
        int usual = Math.max(1, (int) Math.round(StrictMath.cbrt(origins)));
        return Math.min(origins, Math.max(usual, overlap));
    }

    /** By how much a mean of so many independent blocks spreads more than their draws tell. */
    static double stretch(double blocks) {
        double k = Math.max(2, blocks);
        return student(k - 1) / NORMAL * Math.sqrt(k / (k - 1));
    }

    /**
     * Student's 97.5 % point, a fourth too low for one degree of freedom, 3 % for two and below 1 %
     * for more: Abramowitz and Stegun 1964, 26.7.5.
     */
    private static double student(double freedom) {
        double z = NORMAL;
        double square = z * z;
        double first = z * (square + 1) / 4;
        double second = z * ((5 * square + 16) * square + 3) / 96;
        double third = z * (((3 * square + 19) * square + 17) * square - 15) / 384;
        return z + (first + (second + third / freedom) / freedom) / freedom;
    }

    private static double[] means(double[] values, int block, SplittableRandom random) {
        double[] means = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            for (int taken = 0; taken < values.length; ) {
                int at = random.nextInt(values.length);
                for (int i = 0; i < block && taken < values.length; i++, taken++) {
                    sum += values[(at + i) % values.length];
                }
            }
            means[draw] = sum / values.length;
        }
        return means;
    }
}

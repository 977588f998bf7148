package town.nagar.forecast.registry.release;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How sure it is that one forecast errs less than another on the same origins.
 *
 * <p>Errors of neighbouring origins resemble each other, most of all where their forecasts reach
 * over the same times, so origins are drawn in blocks: the circular block bootstrap of Politis and
 * Romano (1992), with blocks of the cube root of the number of origins, and no shorter than
 * forecasts overlap.
 *
 * <p>Of few blocks the draws spread too little. Their distance from the mean is therefore stretched
 * by what Student's t of so many blocks has over the normal distribution, and by the root of k / (k
 * - 1) for k blocks.
 */
public final class PairedBootstrap {
    private static final int DRAWS = 2000;
    private static final double TAIL = 0.025;

    /** The normal distribution's point with that tail. */
    private static final double NORMAL = 1.959964;

    private PairedBootstrap() {}

    /**
     * The baseline's error less ours, with the interval that holds its mean in 95 % of draws.
     *
     * @param ours error a forecast origin, in order of time
     * @param baselines the same origins
     * @param overlap how many origins in a row have forecasts of the same times; 1 if none
     * @param seed of the draws
     * @throws IllegalArgumentException if lengths differ, there is no origin, an error is not a
     *     finite number, or the overlap is below 1
     */
    public static WalkForward.Against compare(
            String baseline, double[] ours, double[] baselines, int overlap, long seed) {
        if (ours.length != baselines.length || ours.length == 0 || overlap < 1) {
            throw new IllegalArgumentException(
                    "%d and %d origins, overlap %d"
                            .formatted(ours.length, baselines.length, overlap));
        }
        double[] gain = new double[ours.length];
        double error = 0;
        for (int i = 0; i < gain.length; i++) {
            gain[i] = baselines[i] - ours[i];
            error += baselines[i];
        }
        if (!Double.isFinite(Arrays.stream(gain).sum())) {
            throw new IllegalArgumentException("an error of %s is not finite".formatted(baseline));
        }
        int block = block(gain.length, overlap);
        double[] means = means(gain, block, new SplittableRandom(seed));
        Arrays.sort(means);
        double mean = Arrays.stream(gain).sum() / gain.length;
        double stretch = stretch((double) gain.length / block);
        return new WalkForward.Against(
                baseline,
                error / gain.length,
                mean + stretch * (means[(int) (TAIL * DRAWS)] - mean),
                mean + stretch * (means[DRAWS - 1 - (int) (TAIL * DRAWS)] - mean));
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

    private static double[] means(double[] gain, int block, SplittableRandom random) {
        double[] means = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            for (int taken = 0; taken < gain.length; ) {
                int at = random.nextInt(gain.length);
                for (int i = 0; i < block && taken < gain.length; i++, taken++) {
                    sum += gain[(at + i) % gain.length];
                }
            }
            means[draw] = sum / gain.length;
        }
        return means;
    }
}

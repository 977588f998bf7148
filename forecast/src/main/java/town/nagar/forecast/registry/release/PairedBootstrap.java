package town.nagar.forecast.registry.release;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How sure it is that one forecast errs less than another on the same origins.
 *
 * <p>Errors of neighbouring origins resemble each other, so origins are drawn in blocks: the
 * circular block bootstrap of Politis and Romano (1992), with blocks of the cube root of the number
 * of origins.
 */
public final class PairedBootstrap {
    private static final int DRAWS = 2000;
    private static final double TAIL = 0.025;

    private PairedBootstrap() {}

    /**
     * The baseline's error less ours, with the interval that holds its mean in 95 % of draws.
     *
     * @param ours error a forecast origin, in order of time
     * @param baselines the same origins
     * @param seed of the draws
     * @throws IllegalArgumentException if lengths differ, there is no origin, or an error is not a
     *     finite number
     */
    public static WalkForward.Against compare(
            String baseline, double[] ours, double[] baselines, long seed) {
        if (ours.length != baselines.length || ours.length == 0) {
            throw new IllegalArgumentException(
                    "%d and %d origins".formatted(ours.length, baselines.length));
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
        double[] means = means(gain, new SplittableRandom(seed));
        Arrays.sort(means);
        return new WalkForward.Against(
                baseline,
                error / gain.length,
                means[(int) (TAIL * DRAWS)],
                means[DRAWS - 1 - (int) (TAIL * DRAWS)]);
    }

    private static double[] means(double[] gain, SplittableRandom random) {
        int block = Math.max(1, (int) Math.round(StrictMath.cbrt(gain.length)));
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

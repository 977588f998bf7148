package town.nagar.forecast.registry.release;

import java.util.Arrays;

/** How sure it is that one forecast errs less than another on the same origins. */
public final class PairedBootstrap {
    private PairedBootstrap() {}

    /**
     * The baseline's error less ours, with the {@linkplain BlockBootstrap interval} that holds its
     * mean in 95 % of draws.
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
        if (ours.length != baselines.length) {
            throw new IllegalArgumentException(
                    "%d and %d origins".formatted(ours.length, baselines.length));
        }
        double[] gain = new double[ours.length];
        Arrays.setAll(gain, i -> baselines[i] - ours[i]);
        if (!Double.isFinite(Arrays.stream(gain).sum())) {
            throw new IllegalArgumentException("an error of %s is not finite".formatted(baseline));
        }
        BlockBootstrap.Interval interval = BlockBootstrap.mean(gain, overlap, seed);
        return new WalkForward.Against(baseline, mean(baselines), interval.low(), interval.high());
    }

    private static double mean(double[] errors) {
        double sum = 0;
        for (double error : errors) {
            sum += error;
        }
        return sum / errors.length;
    }
}

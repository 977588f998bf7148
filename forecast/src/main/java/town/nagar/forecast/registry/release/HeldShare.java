package town.nagar.forecast.registry.release;

import java.util.Arrays;
import town.nagar.forecast.registry.release.WalkForward.Chance;

/** How sure the share of truths is that intervals of one level hold. */
public final class HeldShare {
    private static final double ALL = 100;

    private HeldShare() {}

    /**
     * Between which shares chance leaves the true one open: the {@linkplain BlockBootstrap
     * interval} that holds their mean in 95 % of draws.
     *
     * <p>Where all truths were held, or none, draws do not differ, and say nothing. The ends are
     * then the exact ones of so many trials with one outcome (Clopper and Pearson 1934), each block
     * of origins being one trial.
     *
     * @param percents share of truths held a forecast origin, in order of time
     * @param overlap how many origins in a row have forecasts of the same times; 1 if none
     * @param seed of the draws
     * @throws IllegalArgumentException if there is no origin, or the overlap is below 1
     */
    public static Chance chance(double[] percents, int overlap, long seed) {
        BlockBootstrap.Interval drawn = BlockBootstrap.mean(percents, overlap, seed);
        double blocks = BlockBootstrap.blocks(percents.length, overlap);
        double unseen = ALL * (1 - StrictMath.pow(BlockBootstrap.TAIL, 1 / blocks));
        if (Arrays.stream(percents).allMatch(percent -> percent == ALL)) {
            return new Chance(ALL - unseen, ALL);
        }
        if (Arrays.stream(percents).allMatch(percent -> percent == 0)) {
            return new Chance(0, unseen);
        }
        return new Chance(Math.max(0, drawn.low()), Math.min(ALL, drawn.high()));
    }
}

package town.nagar.engine.uncertainty.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Purpose;
import town.nagar.engine.uncertainty.Moments;
import town.nagar.engine.uncertainty.Percentiles;

/**
 * Indices of variance from a {@link SaltelliDesign}'s outputs.
 *
 * <p>Total ST: (f(A) - f(A_B))^2 over 2 V, Jansen: Analysis of variance designs for model output.
 * Computer Physics Communications 117 (1999) 35-43. First order S: f(B) (f(A_B) - f(A)) over V,
 * Saltelli et al.: Variance based sensitivity analysis of model output. Computer Physics
 * Communications 181 (2010) 259-270, table 2 (b), plus ST f(A) f(B) over V, which is zero but for
 * chance: f(B) f(A) serves as a control variate whose best coefficient is 1 - ST, the correlation
 * of f(A) and f(A_B), and not 1. Outputs are centred first; V is the variance of the two rows that
 * a product compares. A factor without effect has indices of exactly zero.
 */
public final class SobolIndices {
    private static final Purpose RESAMPLE = new Purpose(65_532, "row of a bootstrap resample");
    private static final int LARGEST_RESAMPLES = 100_000;

    private final int factors;
    private final int samples;
    private final double[] centred;
    private final int[] rows;
    private final double[] squaresMixed;

    private SobolIndices(SaltelliDesign design, double[] centred) {
        this.factors = design.factors().size();
        this.samples = design.samples();
        this.centred = centred;
        this.rows = new int[samples];
        this.squaresMixed = new double[factors];
    }

    /**
     * The indices of all factors, in the design's order.
     *
     * @param outputs one a row of the design
     * @param level confidence of the intervals, strictly between 0 and 1
     * @param resamples of the bootstrap, 1 to 100,000; 400 serves well
     * @param seed of the bootstrap
     * @throws IllegalArgumentException if an output is missing or not finite, all are the same, or
     *     a number is out of its range
     */
    public static List<SobolIndex> of(
            SaltelliDesign design, double[] outputs, double level, int resamples, long seed) {
        requireBootstrap(level, resamples);
        var indices = new SobolIndices(design, centred(design, outputs));
        double[] estimates = indices.estimates();
        double[][] spread = indices.bootstrap(resamples, Chance.of(seed, 0));
        var out = new ArrayList<SobolIndex>();
        for (int factor = 0; factor < indices.factors; factor++) {
            int total = indices.factors + factor;
            out.add(
                    new SobolIndex(
                            design.factors().get(factor).name(),
                            estimates[factor],
                            Percentiles.middle(spread[factor], level),
                            estimates[total],
                            Percentiles.middle(spread[total], level)));
        }
        return out;
    }

    private static void requireBootstrap(double level, int resamples) {
        if (!(level > 0 && level < 1) || resamples < 1 || resamples > LARGEST_RESAMPLES) {
            throw new IllegalArgumentException(
                    "confidence %s by %d resamples; allowed are 0 to 1 by 1 to %d"
                            .formatted(level, resamples, LARGEST_RESAMPLES));
        }
    }

    /** The moments of all rows. */
    static Moments momentsOf(SaltelliDesign design, double[] outputs) {
        design.requireOutputs(outputs);
        return Moments.of(outputs, outputs.length);
    }

    private static double[] centred(SaltelliDesign design, double[] outputs) {
        var moments = momentsOf(design, outputs);
        if (moments.variance() == 0) {
            throw new IllegalArgumentException(
                    "the output is %s in every row, so no factor has a share of its variance"
                            .formatted(outputs[0]));
        }
        return Arrays.stream(outputs).map(output -> output - moments.mean()).toArray();
    }

    private double[] estimates() {
        Arrays.setAll(rows, sample -> sample);
        return estimatesOfRows();
    }

    /** First indices of all factors, then total ones, over the rows now chosen. */
    private double[] estimatesOfRows() {
        double squaresA = 0;
        double squaresB = 0;
        double chance = 0;
        Arrays.fill(squaresMixed, 0);
        var estimates = new double[2 * factors];
        for (int sample : rows) {
            int at = sample * (factors + 2);
            double a = centred[at];
            double b = centred[at + factors + 1];
            squaresA += a * a;
            squaresB += b * b;
            chance += a * b;
            addMixed(at + 1, a, b, estimates);
        }
        for (int factor = 0; factor < factors; factor++) {
            int total = factors + factor;
            estimates[total] /= squaresA + squaresMixed[factor];
            double first = estimates[factor] + estimates[total] * chance;
            estimates[factor] = 2 * first / (squaresB + squaresMixed[factor]);
        }
        return estimates;
    }

    private void addMixed(int at, double a, double b, double[] sums) {
        for (int factor = 0; factor < factors; factor++) {
            double mixed = centred[at + factor];
            squaresMixed[factor] += mixed * mixed;
            sums[factor] += b * (mixed - a);
            sums[factors + factor] += (a - mixed) * (a - mixed);
        }
    }

    private double[][] bootstrap(int resamples, Chance chance) {
        var spread = new double[2 * factors][resamples];
        for (int resample = 0; resample < resamples; resample++) {
            for (int slot = 0; slot < samples; slot++) {
                rows[slot] = (int) (chance.uniform(slot, resample, RESAMPLE) * samples);
            }
            double[] estimates = estimatesOfRows();
            for (int index = 0; index < estimates.length; index++) {
                spread[index][resample] = estimates[index];
            }
        }
        for (double[] index : spread) {
            Arrays.sort(index);
        }
        return spread;
    }
}

package town.nagar.engine.uncertainty.sensitivity;

import java.util.List;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Purpose;
import town.nagar.engine.random.SobolSequence;
import town.nagar.engine.uncertainty.Factor;

/**
 * The radial design for indices of variance: for each of N base points the row of matrix A, then A
 * with each factor in turn taken from B, then the row of B; N (k + 2) rows of k factors.
 *
 * <p>Saltelli et al.: Variance based sensitivity analysis of model output. Computer Physics
 * Communications 181 (2010) 259-270.
 */
public final class SaltelliDesign implements Design {
    private static final Purpose BASE = new Purpose(65_533, "base point of the indices");

    private final List<Factor> factors;
    private final int samples;
    private final Coordinates points;

    private interface Coordinates {
        double at(int sample, int dimension);
    }

    private SaltelliDesign(List<Factor> factors, int samples, Coordinates points) {
        this.factors = List.copyOf(factors);
        this.samples = samples;
        this.points = points;
        requireRange("factors", factors.size(), 1, Integer.MAX_VALUE);
        requireRange("samples", samples, 2, Integer.MAX_VALUE / (factors.size() + 2));
    }

    /**
     * Base points of a scrambled Sobol sequence in 2 k dimensions.
     *
     * @param factors 1 to 32
     * @param samples N, a power of two, so that the points are in balance
     * @throws IllegalArgumentException if either is not allowed
     */
    public static SaltelliDesign sobol(List<Factor> factors, int samples, long seed) {
        requireRange("factors", factors.size(), 1, SobolSequence.MAX_DIMENSIONS / 2);
        if (Integer.bitCount(samples) != 1) {
            throw new IllegalArgumentException(
                    "samples = %d; allowed with Sobol points are powers of two".formatted(samples));
        }
        var sequence = SobolSequence.scrambled(2 * factors.size(), seed);
        return new SaltelliDesign(factors, samples, sequence::coordinate);
    }

    /**
     * Independent base points.
     *
     * @param factors 1 or more
     * @param samples N, 2 or more
     * @throws IllegalArgumentException if either is not allowed
     */
    public static SaltelliDesign byChance(List<Factor> factors, int samples, long seed) {
        var chance = Chance.of(seed, 0);
        return new SaltelliDesign(
                factors, samples, (sample, dimension) -> chance.uniform(dimension, sample, BASE));
    }

    private static void requireRange(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(
                    "%s = %d; allowed are %d to %d".formatted(name, value, low, high));
        }
    }

    @Override
    public List<Factor> factors() {
        return factors;
    }

    /** Base points N. */
    public int samples() {
        return samples;
    }

    @Override
    public int rows() {
        return samples * (factors.size() + 2);
    }

    @Override
    public void inputs(int row, double[] out) {
        int sample = row / (factors.size() + 2);
        int block = row % (factors.size() + 2);
        for (int factor = 0; factor < out.length; factor++) {
            boolean fromB = block == factor + 1 || block == factors.size() + 1;
            double u = points.at(sample, fromB ? factors.size() + factor : factor);
            out[factor] = factors.get(factor).distribution().quantile(u);
        }
    }
}

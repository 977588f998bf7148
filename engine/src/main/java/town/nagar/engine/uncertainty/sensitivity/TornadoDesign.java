package town.nagar.engine.uncertainty.sensitivity;

import java.util.List;
import town.nagar.engine.uncertainty.Factor;

/**
 * One factor at a time: a row with all factors at their medians, then for each factor a row at its
 * low and one at its high percentile; 2 k + 1 rows.
 */
public final class TornadoDesign implements Design {
    private final List<Factor> factors;
    private final double tail;

    private TornadoDesign(List<Factor> factors, double tail) {
        this.factors = List.copyOf(factors);
        this.tail = tail;
    }

    /**
     * A design.
     *
     * @param factors 1 or more
     * @param share of each factor's probability between low and high, strictly between 0 and 1
     * @throws IllegalArgumentException if there is no factor or the share is out of range
     */
    public static TornadoDesign of(List<Factor> factors, double share) {
        if (factors.isEmpty() || !(share > 0 && share < 1)) {
            throw new IllegalArgumentException(
                    "%d factors over the middle %s; allowed are 1 or more over 0 to 1"
                            .formatted(factors.size(), share));
        }
        return new TornadoDesign(factors, (1 - share) / 2);
    }

    @Override
    public List<Factor> factors() {
        return factors;
    }

    @Override
    public int rows() {
        return 2 * factors.size() + 1;
    }

    @Override
    public void inputs(int row, double[] out) {
        for (int factor = 0; factor < out.length; factor++) {
            out[factor] = quantile(factor, 0.5);
        }
        if (row > 0) {
            int factor = (row - 1) / 2;
            out[factor] = row % 2 == 1 ? low(factor) : high(factor);
        }
    }

    double low(int factor) {
        return quantile(factor, tail);
    }

    double high(int factor) {
        return quantile(factor, 1 - tail);
    }

    private double quantile(int factor, double u) {
        return factors.get(factor).distribution().quantile(u);
    }
}

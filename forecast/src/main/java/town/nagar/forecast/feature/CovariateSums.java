package town.nagar.forecast.feature;

import town.nagar.forecast.series.Covariates;
import town.nagar.forecast.series.Panel;

/**
 * One covariate's values and means over spans, by running sums.
 *
 * <p>Of a target: its own value, the means of the 3 steps and of the cycle that end there, and of
 * all from the origin to it; and the change against the cycle before the origin.
 */
final class CovariateSums {
    private final double[][] value;
    private final double[][] sum;
    private final int[][] count;
    private final int cycle;

    private CovariateSums(double[][] value, int cycle) {
        this.value = value;
        this.cycle = cycle;
        this.sum = new double[value.length][];
        this.count = new int[value.length][];
        for (int one = 0; one < value.length; one++) {
            add(one);
        }
    }

    private void add(int one) {
        double[] values = value[one];
        sum[one] = new double[values.length + 1];
        count[one] = new int[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            boolean known = !Double.isNaN(values[i]);
            sum[one][i + 1] = sum[one][i] + (known ? values[i] : 0);
            count[one][i + 1] = count[one][i] + (known ? 1 : 0);
        }
    }

    static CovariateSums[] of(Covariates covariates, Panel panel, int cycle) {
        CovariateSums[] out = new CovariateSums[covariates.names().size()];
        for (int covariate = 0; covariate < out.length; covariate++) {
            double[][] value = new double[panel.size()][panel.length()];
            for (int series = 0; series < value.length; series++) {
                for (int i = 0; i < panel.length(); i++) {
                    value[series][i] = covariates.at(covariate, series, i);
                }
            }
            out[covariate] = new CovariateSums(value, cycle);
        }
        return out;
    }

    /** The mean over indices from one to another, both included; NaN if none is known. */
    private double mean(int one, int from, int to) {
        int start = Math.max(0, from);
        int end = Math.min(to + 1, value[one].length);
        int known = end <= start ? 0 : count[one][end] - count[one][start];
        return known == 0 ? Double.NaN : (sum[one][end] - sum[one][start]) / known;
    }

    /**
     * Over one span, in the order of {@link Transformation.Weather.Over}.
     *
     * @return NaN if nothing is known of it
     */
    double of(int span, int series, int origin, int target) {
        return switch (span) {
            case 0 -> value[series][target];
            case 1 -> mean(series, target - 2, target);
            case 2 -> mean(series, target - cycle + 1, target);
            case 3 -> mean(series, origin, target);
            case 4 -> mean(series, target - cycle + 1, target) - before(series, origin);
            default -> before(series, origin);
        };
    }

    private double before(int series, int origin) {
        return mean(series, origin - cycle, origin - 1);
    }
}

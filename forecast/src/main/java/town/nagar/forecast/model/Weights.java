package town.nagar.forecast.model;

import java.util.Arrays;

/**
 * Weights of an ensemble, none negative, together 1, by exponentiated gradient on past errors:
 * Kivinen and Warmuth 1997, "Exponentiated Gradient versus Gradient Descent for Linear Predictors".
 */
public final class Weights {
    private static final int ROUNDS = 400;
    private static final double RATE = 2;

    private Weights() {}

    /**
     * The weights that make the mean loss of the mixed errors small.
     *
     * @param errors one array a model, one slot a past forecast, in like units; none NaN
     */
    public static double[] of(double[][] errors, Taste.Loss loss) {
        int models = errors.length;
        double[] weights = new double[models];
        Arrays.fill(weights, 1.0 / models);
        int cases = errors[0].length;
        double unit = unit(errors, loss);
        double[] sum = new double[models];
        for (int round = 0; round < ROUNDS && cases > 0 && unit > 0; round++) {
            double[] slope = slope(errors, weights, loss, unit);
            step(weights, slope, RATE / Math.sqrt(1 + round / 10.0));
            for (int model = 0; model < models && round >= ROUNDS / 2; model++) {
                sum[model] += weights[model] / (ROUNDS - ROUNDS / 2);
            }
        }
        return cases > 0 && unit > 0 ? sum : weights;
    }

    private static double unit(double[][] errors, Taste.Loss loss) {
        double least = Double.POSITIVE_INFINITY;
        for (double[] one : errors) {
            double sum = 0;
            for (double error : one) {
                sum += loss.of(error);
            }
            least = Math.min(least, sum / Math.max(1, one.length));
        }
        return loss == Taste.Loss.SQUARED ? 2 * least : least;
    }

    private static double[] slope(
            double[][] errors, double[] weights, Taste.Loss loss, double unit) {
        double[] slope = new double[weights.length];
        int cases = errors[0].length;
        for (int one = 0; one < cases; one++) {
            double mixed = 0;
            for (int model = 0; model < weights.length; model++) {
                mixed += weights[model] * errors[model][one];
            }
            double push = loss == Taste.Loss.SQUARED ? 2 * mixed : Math.signum(mixed);
            for (int model = 0; model < weights.length; model++) {
                slope[model] += push * errors[model][one] / cases / unit;
            }
        }
        return slope;
    }

    private static void step(double[] weights, double[] slope, double rate) {
        double least = Arrays.stream(slope).min().orElse(0);
        double sum = 0;
        for (int model = 0; model < weights.length; model++) {
            weights[model] *= StrictMath.exp(-rate * Math.min(20, slope[model] - least));
            weights[model] = Math.max(weights[model], 1e-12);
            sum += weights[model];
        }
        for (int model = 0; model < weights.length; model++) {
            weights[model] /= sum;
        }
    }
}

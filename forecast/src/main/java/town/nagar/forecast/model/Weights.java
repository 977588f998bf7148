package town.nagar.forecast.model;

import java.util.Arrays;

/**
 * Weights of an ensemble, none negative, together 1, by exponentiated gradient on past errors:
 * Kivinen and Warmuth 1997, "Exponentiated Gradient versus Gradient Descent for Linear Predictors".
 *
 * <p>They are drawn towards what each model alone was worth, by the divergence of Kullback and
 * Leibler: a model whose error is a fifteenth larger weighs 1/e of another. Forecasts of one thing
 * share most of their error, so that what a weak one adds to others is mostly chance.
 */
public final class Weights {
    private static final int ROUNDS = 400;
    private static final double RATE = 2;
    private static final double DRAWN = 0.05;
    private static final double FALL = 15;
    private static final double LEAST = 1e-12;

    private Weights() {}

    /**
     * The weights that make the mean loss of the mixed errors small.
     *
     * @param errors one array a model, one slot a past forecast, in like units; none NaN
     */
    public static double[] of(double[][] errors, Taste.Loss loss) {
        double[] alone = Arrays.stream(errors).mapToDouble(one -> mean(one, loss)).toArray();
        double best = Arrays.stream(alone).min().orElse(0);
        if (best == 0) {
            double[] alike = new double[errors.length];
            Arrays.fill(alike, 1.0 / errors.length);
            return alike;
        }
        double[] worth = worth(alone, best, loss);
        return descend(errors, worth, loss, loss == Taste.Loss.SQUARED ? 2 * best : best);
    }

    private static double mean(double[] errors, Taste.Loss loss) {
        double sum = 0;
        for (double error : errors) {
            sum += loss.of(error);
        }
        return sum / Math.max(1, errors.length);
    }

    /** Weights by the models' own errors; of squares the root of their mean is the error. */
    private static double[] worth(double[] alone, double best, Taste.Loss loss) {
        double[] worth = new double[alone.length];
        for (int model = 0; model < worth.length; model++) {
            double ratio = alone[model] / best;
            double more = (loss == Taste.Loss.SQUARED ? Math.sqrt(ratio) : ratio) - 1;
            worth[model] = StrictMath.exp(-FALL * more);
        }
        toOne(worth);
        return worth;
    }

    private static void toOne(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        for (int model = 0; model < weights.length; model++) {
            weights[model] = Math.max(weights[model] / sum, LEAST);
        }
    }

    /** The mean of the later half of the rounds' weights. */
    private static double[] descend(
            double[][] errors, double[] worth, Taste.Loss loss, double unit) {
        double[] weights = worth.clone();
        double[] mean = new double[weights.length];
        for (int round = 0; round < ROUNDS; round++) {
            double[] slope = slope(errors, weights, loss, unit);
            for (int model = 0; model < slope.length; model++) {
                slope[model] += DRAWN * StrictMath.log(weights[model] / worth[model]);
            }
            step(weights, slope, RATE / Math.sqrt(1 + round / 10.0));
            for (int model = 0; model < weights.length && round >= ROUNDS / 2; model++) {
                mean[model] += weights[model] / (ROUNDS - ROUNDS / 2);
            }
        }
        return mean;
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
        for (int model = 0; model < weights.length; model++) {
            weights[model] *= StrictMath.exp(-rate * Math.min(20, slope[model] - least));
        }
        toOne(weights);
    }
}

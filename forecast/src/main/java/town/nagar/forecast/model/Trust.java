package town.nagar.forecast.model;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Weights of an ensemble that leave one trusted model only as far as past forecasts show the others
 * better.
 *
 * <p>Gain beyond chance leaves the weights as they are, none leaves the trusted model alone: beyond
 * chance is two standard errors, more for few times. The error is of means by origin, of which
 * those whose forecasts overlap count as one time.
 *
 * <p>Fewer than {@value #ENOUGH_TIMES} times are too few to find weights by. Where a model is not
 * to be left lightly, a given share then stays with it, and those that alone did not worse by more
 * than a twentieth share the rest alike: plain means do better than weights from little (Stock and
 * Watson 2004, "Combination Forecasts of Output Growth in a Seven-Country Data Set"). Of more times
 * the share fades.
 */
public final class Trust {
    private static final int ENOUGH_TIMES = 10;
    private static final double NOT_WORSE = 1.05;
    private static final double SURE_ERRORS = 2;

    private final int[] origin;
    private final int steps;
    private final int trusted;
    private final Taste.Loss loss;
    private final double caution;

    /**
     * What is known of past forecasts.
     *
     * @param origin of each past forecast, an index in time
     * @param steps ahead of the furthest
     * @param trusted place of the model
     * @param caution the share that stays, from 0 to 1; at 0 the weights are those of the errors
     */
    public Trust(int[] origin, int steps, int trusted, Taste.Loss loss, double caution) {
        this.origin = origin.clone();
        this.steps = steps;
        this.trusted = trusted;
        this.loss = loss;
        this.caution = caution;
    }

    /**
     * The weights, none negative, together 1.
     *
     * @param errors one array a model, one slot a past forecast, in like units; none NaN
     */
    public double[] weights(double[][] errors) {
        if (caution == 0) {
            return Weights.of(errors, loss);
        }
        if (times() < ENOUGH_TIMES) {
            return alike(errors);
        }
        double[] weights = Weights.of(errors, loss);
        double share = share(gains(errors, weights));
        for (int model = 0; model < weights.length; model++) {
            weights[model] = share * weights[model] + (model == trusted ? 1 - share : 0);
        }
        return weights;
    }

    private double[] alike(double[][] errors) {
        double most = NOT_WORSE * sum(errors[trusted]);
        int[] others =
                IntStream.range(0, errors.length)
                        .filter(model -> model != trusted && sum(errors[model]) <= most)
                        .toArray();
        double[] weights = new double[errors.length];
        for (int model : others) {
            weights[model] = (1 - caution) / others.length;
        }
        weights[trusted] = others.length == 0 ? 1 : caution;
        return weights;
    }

    private double sum(double[] errors) {
        double sum = 0;
        for (double error : errors) {
            sum += loss.of(error);
        }
        return sum;
    }

    /** Origins, less those whose forecasts overlap. */
    private double times() {
        int[] rising = Arrays.stream(origin).distinct().sorted().toArray();
        int count = rising.length;
        double apart = count < 2 ? 1 : (rising[count - 1] - rising[0]) / (count - 1.0);
        return count / Math.max(1, steps / apart);
    }

    /** By origin: count of forecasts, and how much less the weighted loss is than the trusted. */
    private SortedMap<Integer, double[]> gains(double[][] errors, double[] weights) {
        var gains = new TreeMap<Integer, double[]>();
        for (int one = 0; one < origin.length; one++) {
            double mixed = 0;
            for (int model = 0; model < weights.length; model++) {
                mixed += weights[model] * errors[model][one];
            }
            double[] sum = gains.computeIfAbsent(origin[one], _ -> new double[2]);
            sum[0]++;
            sum[1] += loss.of(errors[trusted][one]) - loss.of(mixed);
        }
        return gains;
    }

    private double share(SortedMap<Integer, double[]> gains) {
        double times = times();
        double[] means = gains.values().stream().mapToDouble(sum -> sum[1] / sum[0]).toArray();
        double mean = Arrays.stream(means).average().orElse(0);
        double spread = Arrays.stream(means).map(m -> (m - mean) * (m - mean)).sum();
        double error = Math.sqrt(spread / (means.length - 1) / times);
        double sure = SURE_ERRORS * (1 + 2 / (times - 1)); // nearly Student's 97.5 % point
        double share = error == 0 ? Math.signum(mean) : mean / error / sure;
        return Math.clamp(share, 0, 1 - caution * Math.min(1, ENOUGH_TIMES / times));
    }
}

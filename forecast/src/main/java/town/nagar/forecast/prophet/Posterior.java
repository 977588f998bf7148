package town.nagar.forecast.prophet;

import java.util.Arrays;

/**
 * Prophet's negative log posterior without constants, and its gradient.
 *
 * <p>y ~ N(trend (1 + X b over multiplied columns) + X b over added ones, sigma); k, m ~ N(0, 5);
 * each bend ~ Laplace(0, tau); sigma ~ N(0, 0.5); b ~ N(0, its prior scale). Sigma is sought as its
 * logarithm without the Jacobian, as in Stan's optimiser. Taylor and Letham, Forecasting at Scale,
 * The American Statistician 72 (2018).
 *
 * <p>A point is k, m, log sigma, the bends, then b: see {@link #SLOPE} and what follows.
 */
final class Posterior implements Lbfgs.Objective {
    static final int SLOPE = 0;
    static final int OFFSET = 1;
    static final int LOG_SIGMA = 2;
    static final int BENDS = 3;

    private static final double GROWTH_VARIANCE = 25;
    private static final double NOISE_VARIANCE = 0.25;

    private final double[] times;
    private final double[] values;
    private final double[] changepoints;
    private final double tau;
    private final double[] rows;
    private final double[] priorScale;
    private final boolean[] multiplied;
    private final int[] bendsBefore;

    /**
     * @param times scaled to 0 to 1, ascending, one a value
     * @param values scaled
     * @param changepoints scaled, ascending
     * @param rows {@code times.length} rows of {@code priorScale.length} columns
     */
    Posterior(
            double[] times,
            double[] values,
            double[] changepoints,
            double tau,
            double[] rows,
            double[] priorScale,
            boolean[] multiplied) {
        this.times = times;
        this.values = values;
        this.changepoints = changepoints;
        this.tau = tau;
        this.rows = rows;
        this.priorScale = priorScale;
        this.multiplied = multiplied;
        this.bendsBefore = bendsBefore(times, changepoints);
    }

    private static int[] bendsBefore(double[] times, double[] changepoints) {
        int[] before = new int[times.length];
        int passed = 0;
        for (int row = 0; row < times.length; row++) {
            while (passed < changepoints.length && changepoints[passed] <= times[row]) {
                passed++;
            }
            before[row] = passed;
        }
        return before;
    }

    @Override
    public int dimensions() {
        return BENDS + changepoints.length + priorScale.length;
    }

    @Override
    public double valueAt(double[] point, double[] gradient) {
        Arrays.fill(gradient, 0);
        return priors(point, gradient) + likelihood(point, gradient);
    }

    private double priors(double[] point, double[] gradient) {
        double sigma = StrictMath.exp(point[LOG_SIGMA]);
        double sum =
                (point[SLOPE] * point[SLOPE] + point[OFFSET] * point[OFFSET]) / 2 / GROWTH_VARIANCE
                        + sigma * sigma / 2 / NOISE_VARIANCE;
        gradient[SLOPE] += point[SLOPE] / GROWTH_VARIANCE;
        gradient[OFFSET] += point[OFFSET] / GROWTH_VARIANCE;
        gradient[LOG_SIGMA] += sigma * sigma / NOISE_VARIANCE;
        for (int bend = 0; bend < changepoints.length; bend++) {
            sum += Math.abs(point[BENDS + bend]) / tau;
            gradient[BENDS + bend] += Math.signum(point[BENDS + bend]) / tau;
        }
        int first = BENDS + changepoints.length;
        for (int column = 0; column < priorScale.length; column++) {
            double scaled = point[first + column] / priorScale[column];
            sum += scaled * scaled / 2;
            gradient[first + column] += scaled / priorScale[column];
        }
        return sum;
    }

    private double likelihood(double[] point, double[] gradient) {
        int bends = changepoints.length;
        int width = priorScale.length;
        int first = BENDS + bends;
        double[] rateAfter = new double[bends + 1];
        double[] offsetAfter = new double[bends + 1];
        rateAfter[0] = point[SLOPE];
        offsetAfter[0] = point[OFFSET];
        for (int bend = 0; bend < bends; bend++) {
            rateAfter[bend + 1] = rateAfter[bend] + point[BENDS + bend];
            offsetAfter[bend + 1] = offsetAfter[bend] - changepoints[bend] * point[BENDS + bend];
        }
        double precision = StrictMath.exp(-2 * point[LOG_SIGMA]);
        double[] trendPull = new double[bends + 1]; // of rows after so many bends
        double[] timedPull = new double[bends + 1];
        double squares = 0;
        for (int row = 0; row < times.length; row++) {
            int at = row * width;
            double added = 0;
            double share = 1;
            for (int column = 0; column < width; column++) {
                double term = rows[at + column] * point[first + column];
                if (multiplied[column]) {
                    share += term;
                } else {
                    added += term;
                }
            }
            int passed = bendsBefore[row];
            double trend = rateAfter[passed] * times[row] + offsetAfter[passed];
            double error = values[row] - trend * share - added;
            squares += error * error;
            double pull = -error * precision;
            trendPull[passed] += pull * share;
            timedPull[passed] += pull * share * times[row];
            double trended = pull * trend;
            for (int column = 0; column < width; column++) {
                gradient[first + column] +=
                        rows[at + column] * (multiplied[column] ? trended : pull);
            }
        }
        addTrendGradient(trendPull, timedPull, gradient);
        gradient[LOG_SIGMA] += times.length - squares * precision;
        return times.length * point[LOG_SIGMA] + squares * precision / 2;
    }

    private void addTrendGradient(double[] trendPull, double[] timedPull, double[] gradient) {
        double pull = 0;
        double timed = 0;
        for (int bend = changepoints.length; bend > 0; bend--) {
            pull += trendPull[bend];
            timed += timedPull[bend];
            gradient[BENDS + bend - 1] += timed - changepoints[bend - 1] * pull;
        }
        gradient[SLOPE] += timed + timedPull[0];
        gradient[OFFSET] += pull + trendPull[0];
    }
}

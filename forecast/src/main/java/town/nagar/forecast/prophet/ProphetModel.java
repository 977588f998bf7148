package town.nagar.forecast.prophet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** A fitted Prophet model. */
public final class ProphetModel {
    private final ProphetSettings settings;
    private final Scale scale;
    private final Design design;
    private final Trend trend;
    private final double[] weights;
    private final double sigma;

    ProphetModel(
            ProphetSettings settings,
            Scale scale,
            List<Standard> standards,
            Trend trend,
            double[] weights,
            double sigma) {
        this.settings = settings;
        this.scale = scale;
        this.design = new Design(Column.of(settings), standards);
        this.trend = trend;
        this.weights = weights;
        this.sigma = sigma;
    }

    static ProphetModel at(
            double[] point,
            ProphetSettings settings,
            Scale scale,
            List<Standard> standards,
            double[] changepoints) {
        int first = Posterior.BENDS + changepoints.length;
        Trend trend =
                new Trend(
                        point[Posterior.SLOPE],
                        point[Posterior.OFFSET],
                        changepoints,
                        Arrays.copyOfRange(point, Posterior.BENDS, first));
        double[] weights = Arrays.copyOfRange(point, first, point.length);
        double sigma = StrictMath.exp(point[Posterior.LOG_SIGMA]);
        return new ProphetModel(settings, scale, standards, trend, weights, sigma);
    }

    /**
     * The expected value at each time.
     *
     * @param days local time in days since 1970-01-01, any order
     * @param regressors one array for each regressor, one value a time, finite
     * @throws IllegalArgumentException if lengths differ or a number is not finite
     */
    public double[] expected(double[] days, double[][] regressors) {
        return expected(trend(days), effects(days, regressors));
    }

    private static double[] expected(double[] trend, Effects effects) {
        double[] expected = new double[trend.length];
        for (int row = 0; row < expected.length; row++) {
            expected[row] = trend[row] * (1 + effects.share[row]) + effects.added[row];
        }
        return expected;
    }

    /** The trend alone at each time, in the values' unit. */
    public double[] trend(double[] days) {
        double[] times = scale.times(days);
        return Arrays.stream(times).map(time -> trend.at(time) * scale.size()).toArray();
    }

    /**
     * What one season, holiday or regressor adds to the expected value at each time, in the values'
     * unit.
     *
     * @throws IllegalArgumentException if the model has no such part
     */
    public double[] partOf(String part, double[] days, double[][] regressors) {
        boolean[] wanted = new boolean[weights.length];
        boolean found = false;
        for (int column = 0; column < weights.length; column++) {
            wanted[column] = design.column(column).part().name().equals(part);
            found |= wanted[column];
        }
        if (!found) {
            throw new IllegalArgumentException("no part is named " + part);
        }
        double[] trendOnly = trend(days);
        double[] sum = expected(trendOnly, effects(days, regressors, wanted));
        for (int row = 0; row < sum.length; row++) {
            sum[row] -= trendOnly[row];
        }
        return sum;
    }

    /**
     * Possible futures: the trend bends as it did in the past, and observations scatter.
     *
     * @param paths how many, at least 1
     * @return {@code paths} arrays of one value a time
     */
    public double[][] sample(
            double[] days, double[][] regressors, int paths, RandomGenerator random) {
        if (paths < 1) {
            throw new IllegalArgumentException(paths + " paths");
        }
        double[] times = scale.times(days);
        double[] trendOnly = trend(days);
        Effects effects = effects(days, regressors);
        double[][] sampled = new double[paths][];
        for (int path = 0; path < paths; path++) {
            double[] bent = FutureBends.draw(trend, times, random);
            for (int row = 0; row < bent.length; row++) {
                bent[row] = trendOnly[row] + bent[row] * scale.size();
            }
            sampled[path] = withNoise(expected(bent, effects), random);
        }
        return sampled;
    }

    private double[] withNoise(double[] values, RandomGenerator random) {
        for (int row = 0; row < values.length; row++) {
            values[row] += random.nextGaussian() * noise();
        }
        return values;
    }

    /** The fit's standard deviation of an observation, in the values' unit. */
    public double noise() {
        return sigma * scale.size();
    }

    /** Writes the model; leaves the stream open. */
    public void write(OutputStream out) throws IOException {
        ProphetFile.of(this).write(out);
    }

    /**
     * Reads what {@link #write} wrote; leaves the stream open.
     *
     * @throws IOException also if it is no such model or a byte of it has changed
     */
    public static ProphetModel read(InputStream in) throws IOException {
        return ProphetFile.read(in).model();
    }

    ProphetSettings settings() {
        return settings;
    }

    Scale scale() {
        return scale;
    }

    List<Standard> standards() {
        return design.standards();
    }

    Trend trend() {
        return trend;
    }

    double[] weights() {
        return weights;
    }

    double sigma() {
        return sigma;
    }

    /** By what share the trend is multiplied and what is added to it, in the values' unit. */
    private static final class Effects {
        private final double[] share;
        private final double[] added;

        private Effects(int rows) {
            share = new double[rows];
            added = new double[rows];
        }
    }

    private Effects effects(double[] days, double[][] regressors) {
        boolean[] all = new boolean[weights.length];
        Arrays.fill(all, true);
        return effects(days, regressors, all);
    }

    private Effects effects(double[] days, double[][] regressors, boolean[] wanted) {
        requireRows(days, regressors);
        double[] rows = design.rows(days, regressors);
        Effects effects = new Effects(days.length);
        for (int column = 0; column < weights.length; column++) {
            boolean multiplied = design.column(column).part().effect() == Effect.MULTIPLIED;
            double[] into = multiplied ? effects.share : effects.added;
            double weight = weights[column] * (multiplied ? 1 : scale.size());
            for (int row = 0; wanted[column] && row < days.length; row++) {
                into[row] += weight * rows[row * weights.length + column];
            }
        }
        return effects;
    }

    private void requireRows(double[] days, double[][] regressors) {
        History.requireOneValueARow(settings.regressors().size(), regressors.length);
        History.requireNumbers("days", days);
        for (int place = 0; place < regressors.length; place++) {
            History.requireOneValueARow(days.length, regressors[place].length);
            History.requireNumbers(settings.regressors().get(place).name(), regressors[place]);
        }
    }
}

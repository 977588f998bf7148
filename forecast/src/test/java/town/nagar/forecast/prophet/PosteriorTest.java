package town.nagar.forecast.prophet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PosteriorTest {
    private static final int ROWS = 60;
    private static final int BENDS = 4;
    private static final int COLUMNS = 3;
    private static final double TAU = 0.05;

    private final double[] times = new double[ROWS];
    private final double[] values = new double[ROWS];
    private final double[] rows = new double[ROWS * COLUMNS];
    private final double[] changepoints = {0.1, 0.3, 0.5, 0.7};
    private final double[] priorScale = {10, 2, 0.5};
    private final boolean[] multiplied = {true, false, true};

    private Posterior posterior(Random random) {
        for (int row = 0; row < ROWS; row++) {
            times[row] = row / (ROWS - 1.0);
            values[row] = random.nextGaussian();
        }
        for (int i = 0; i < rows.length; i++) {
            rows[i] = random.nextGaussian();
        }
        return new Posterior(times, values, changepoints, TAU, rows, priorScale, multiplied);
    }

    private static double[] point(Random random) {
        double[] point = new double[Posterior.BENDS + BENDS + COLUMNS];
        for (int i = 0; i < point.length; i++) {
            point[i] = random.nextGaussian() / 2;
        }
        return point;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theGradientIsThatOfTheValue(long seed) {
        Random random = new Random(seed);
        Posterior posterior = posterior(random);
        double[] point = point(random);
        double[] gradient = new double[point.length];
        posterior.valueAt(point, gradient);
        double[] unused = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            double step = 1e-6;
            double[] up = point.clone();
            double[] down = point.clone();
            up[i] += step;
            down[i] -= step;
            double slope =
                    (posterior.valueAt(up, unused) - posterior.valueAt(down, unused)) / 2 / step;
            assertThat(gradient[i])
                    .as("parameter %d", i)
                    .isCloseTo(slope, within(1e-5 * Math.max(1, Math.abs(slope))));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theValueIsThatOfThePlainFormula(long seed) {
        Random random = new Random(seed);
        Posterior posterior = posterior(random);
        double[] point = point(random);
        assertThat(posterior.valueAt(point, new double[point.length]))
                .isCloseTo(-plain(point), within(1e-8));
    }

    /** The log posterior as the model's text has it, density by density. */
    private double plain(double[] point) {
        double sigma = Math.exp(point[Posterior.LOG_SIGMA]);
        double sum =
                normal(point[Posterior.SLOPE], 5)
                        + normal(point[Posterior.OFFSET], 5)
                        + normal(sigma, 0.5);
        for (int bend = 0; bend < BENDS; bend++) {
            sum += -Math.abs(point[Posterior.BENDS + bend]) / TAU;
        }
        int first = Posterior.BENDS + BENDS;
        for (int column = 0; column < COLUMNS; column++) {
            sum += normal(point[first + column], priorScale[column]);
        }
        for (int row = 0; row < ROWS; row++) {
            double trend = point[Posterior.SLOPE] * times[row] + point[Posterior.OFFSET];
            for (int bend = 0; bend < BENDS; bend++) {
                trend +=
                        point[Posterior.BENDS + bend]
                                * Math.max(0, times[row] - changepoints[bend]);
            }
            double mean = trend;
            for (int column = 0; column < COLUMNS; column++) {
                double effect = rows[row * COLUMNS + column] * point[first + column];
                mean += multiplied[column] ? trend * effect : effect;
            }
            sum += normal(values[row] - mean, sigma) - Math.log(sigma);
        }
        return sum;
    }

    private static double normal(double value, double deviation) {
        return -value * value / 2 / deviation / deviation;
    }
}

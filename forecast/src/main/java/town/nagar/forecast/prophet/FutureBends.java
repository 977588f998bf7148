package town.nagar.forecast.prophet;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * One possible future of a trend: bends as often and, on average, as large as the past's.
 *
 * <p>A Poisson process of the past's rate after time 1, with Laplace sizes of the past's mean size;
 * Taylor and Letham 2018, section 3.1.4.
 */
final class FutureBends {
    private static final double LEAST_BEND = 1e-8;

    private FutureBends() {}

    /** What the bends drawn add to the trend at each time; ends at the last of {@code times}. */
    static double[] draw(Trend trend, double[] times, RandomGenerator random) {
        double[] added = new double[times.length];
        int rate = trend.bends().length;
        double end = Arrays.stream(times).max().orElse(1);
        if (rate == 0) {
            return added;
        }
        double size = trend.meanBend() + LEAST_BEND;
        for (double at = 1 + random.nextExponential() / rate;
                at < end;
                at += random.nextExponential() / rate) {
            double bend = random.nextExponential() * size * (random.nextBoolean() ? 1 : -1);
            addBend(at, bend, times, added);
        }
        return added;
    }

    private static void addBend(double at, double bend, double[] times, double[] added) {
        for (int row = 0; row < times.length; row++) {
            added[row] += bend * Math.max(0, times[row] - at);
        }
    }
}

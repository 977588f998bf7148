package town.nagar.forecast.feature;

import java.util.Arrays;
import town.nagar.forecast.series.Step;

/**
 * What the series say that went ahead of one before: the mean departure of up to four others, each
 * weighted by the square of its correlation with the one's departure a day later.
 *
 * <p>A departure is a value's, or within the day a day's mean's, distance to the longest rolling
 * mean in units of scale. Correlations are of what came before, and taken anew every 28 days (28
 * steps for steps longer than a day). More than 64 series are not compared.
 */
final class Leaders {
    private static final int MOST_SERIES = 64;
    private static final int MOST_LEADERS = 4;
    private static final int FEWEST_PAIRS = 100;
    private static final int DAYS_A_BLOCK = 28;
    private static final int LOOKS_A_DAY = 4;

    private final int size;
    private final double[][] departure;

    /** By series: the leaders' mean departure at each index. */
    private final double[][] now;

    private final Pair[][] pairs;

    private Leaders(Signals[] signals, Step step) {
        this.size = signals.length;
        this.departure = new double[size][];
        for (int one = 0; one < size; one++) {
            departure[one] = departure(signals[one], step);
        }
        this.now = new double[size][departure[0].length];
        this.pairs = new Pair[size][size];
        for (Pair[] row : pairs) {
            Arrays.setAll(row, _ -> new Pair());
        }
        for (double[] row : now) {
            Arrays.fill(row, Double.NaN);
        }
    }

    /** The leaders' mean departure, one array a series, one slot an index; NaN where unknown. */
    static double[][] of(Signals[] signals, Step step) {
        var leaders = new Leaders(signals, step);
        if (signals.length > 1 && signals.length <= MOST_SERIES) {
            leaders.walk(step);
        }
        return leaders.now;
    }

    private static double[] departure(Signals s, Step step) {
        double[] level = step.isWithinDay() ? s.mean[2] : s.value;
        double[] out = new double[level.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (level[i] - s.mean[3][i]) / s.scale[i];
        }
        return out;
    }

    /** Sums of two quantities, and of their products. */
    private static final class Pair {
        private int count;
        private double x;
        private double y;
        private double xx;
        private double yy;
        private double xy;

        void add(double first, double second) {
            count++;
            x += first;
            y += second;
            xx += first * first;
            yy += second * second;
            xy += first * second;
        }

        double correlation() {
            double spread = (xx - x * x / count) * (yy - y * y / count);
            return count < FEWEST_PAIRS || !(spread > 0)
                    ? 0
                    : (xy - x * y / count) / Math.sqrt(spread);
        }
    }

    private void walk(Step step) {
        int lead = Math.max(1, step.perDays(1));
        int look = step.isWithinDay() ? Math.max(1, lead / LOOKS_A_DAY) : 1;
        int block = DAYS_A_BLOCK * lead;
        double[][] weights = new double[size][size];
        for (int i = 0; i < departure[0].length; i++) {
            if (i % block == 0) {
                weigh(weights);
            }
            for (int one = 0; one < size; one++) {
                now[one][i] = mean(weights[one], i);
            }
            if (i >= lead && i % look == 0) {
                compare(i, lead);
            }
        }
    }

    private void compare(int i, int lead) {
        for (int one = 0; one < size; one++) {
            double came = departure[one][i];
            for (int other = 0; other < size && !Double.isNaN(came); other++) {
                double before = departure[other][i - lead];
                if (other != one && !Double.isNaN(before)) {
                    pairs[one][other].add(before, came);
                }
            }
        }
    }

    private void weigh(double[][] weights) {
        for (int one = 0; one < size; one++) {
            double[] found = new double[size];
            for (int other = 0; other < size; other++) {
                found[other] = Math.max(0, pairs[one][other].correlation());
            }
            double[] sorted = found.clone();
            Arrays.sort(sorted);
            double least = sorted[Math.max(0, size - MOST_LEADERS)];
            for (int other = 0; other < size; other++) {
                weights[one][other] = found[other] < least ? 0 : found[other] * found[other];
            }
        }
    }

    private double mean(double[] weights, int i) {
        double sum = 0;
        double total = 0;
        for (int other = 0; other < size; other++) {
            double value = departure[other][i];
            if (weights[other] > 0 && !Double.isNaN(value)) {
                sum += weights[other] * value;
                total += weights[other];
            }
        }
        return total == 0 ? Double.NaN : sum / total;
    }
}

package town.nagar.forecast.feature;

import java.util.Arrays;

/**
 * Statistics of the last so many values at each index, that one included; missing values (NaN) are
 * left out, and a window without values gives NaN. Each output depends on no later input.
 */
final class Rolling {
    private Rolling() {}

    /** Means, one slot an index. */
    static double[] mean(double[] values, int window) {
        double[] out = new double[values.length];
        double sum = 0;
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                sum += values[i];
                count++;
            }
            int gone = i - window;
            if (gone >= 0 && !Double.isNaN(values[gone])) {
                sum -= values[gone];
                count--;
            }
            sum = count == 0 ? 0 : sum;
            out[i] = count == 0 ? Double.NaN : sum / count;
        }
        return out;
    }

    /** Standard deviations of the window's values about their mean (divided by their count). */
    static double[] deviation(double[] values, int window) {
        double[] mean = mean(values, window);
        double[] squares = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            squares[i] = values[i] * values[i];
        }
        double[] out = mean(squares, window);
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.sqrt(Math.max(0, out[i] - mean[i] * mean[i]));
        }
        return out;
    }

    static double[] min(double[] values, int window) {
        double[] negated = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            negated[i] = -values[i];
        }
        double[] out = max(negated, window);
        for (int i = 0; i < out.length; i++) {
            out[i] = -out[i];
        }
        return out;
    }

    /** Maxima, by a queue of indices whose values fall: Lemire 2006, arXiv cs/0610046. */
    static double[] max(double[] values, int window) {
        double[] out = new double[values.length];
        int[] queue = new int[values.length];
        int head = 0;
        int tail = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                while (tail > head && values[queue[tail - 1]] <= values[i]) {
                    tail--;
                }
                queue[tail++] = i;
            }
            while (tail > head && queue[head] <= i - window) {
                head++;
            }
            out[i] = tail == head ? Double.NaN : values[queue[head]];
        }
        return out;
    }

    /**
     * Exponentially weighted means of the values of one slot of a season, at each index for the
     * index's own slot, its value included.
     *
     * @param season steps after which slots repeat
     * @param share weight of the newest value, in (0, 1]; the first 1/share values weigh alike
     * @param skipped times whose values do not count
     */
    static double[] profile(double[] values, int season, double share, boolean[] skipped) {
        double[] out = new double[values.length];
        double[] mean = new double[season];
        int[] count = new int[season];
        Arrays.fill(mean, Double.NaN);
        for (int i = 0; i < values.length; i++) {
            int slot = i % season;
            if (!Double.isNaN(values[i]) && !skipped[i]) {
                count[slot]++;
                double weight = Math.max(share, 1.0 / count[slot]);
                mean[slot] =
                        count[slot] == 1
                                ? values[i]
                                : mean[slot] + weight * (values[i] - mean[slot]);
            }
            out[i] = mean[slot];
        }
        return out;
    }
}

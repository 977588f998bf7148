package town.nagar.forecast.feature;

import java.util.Arrays;
import town.nagar.forecast.series.Step;

/** What one series has told by each index: every slot of every array depends on no later value. */
final class Signals {
    private static final double SLOW = 0.07;
    private static final double FAST = 0.3;
    private static final int DAYS_OF_SCALE = 60;

    final double[] value;
    final double[] last;
    final int[] lastIndex;
    final double[] slow;
    final double[] fast;
    final double[] cycle;

    /** Plain mean of the slot's values so far. */
    final double[] steady;

    /** Value less what the slow profile said before it. */
    final double[] anomaly;

    final double[][] anomalyMean;
    final double[][] mean;
    final double[][] deviation;
    final double[][] min;
    final double[][] max;

    /** What errors are measured in: a slowly moving mean of the values' size. */
    final double[] scale;

    /** Mean of the anomaly over the cycle that ends at an index. */
    final double[] cycleAnomaly;

    Signals(double[] value, Step step, boolean[] holiday) {
        Seasons seasons = Seasons.of(step);
        int[] windows = windows(step);
        this.value = value;
        this.lastIndex = lastIndex(value);
        this.last = last(value, lastIndex);
        this.slow = Rolling.profile(value, seasons.week(), SLOW, holiday);
        this.fast = Rolling.profile(value, seasons.week(), FAST, holiday);
        this.cycle = Rolling.profile(value, seasons.cycle(), FAST, holiday);
        this.steady = Rolling.profile(value, seasons.week(), Double.MIN_VALUE, holiday);
        this.anomaly = anomaly(value, slow, seasons.week());
        this.cycleAnomaly = Rolling.mean(anomaly, seasons.cycle());
        this.anomalyMean = each(windows, w -> Rolling.mean(anomaly, w));
        this.mean = each(windows, w -> Rolling.mean(value, w));
        this.deviation = each(windows, w -> Rolling.deviation(value, w));
        this.min = each(windows, w -> Rolling.min(value, w));
        this.max = each(windows, w -> Rolling.max(value, w));
        this.scale = scale(value, Math.max(3, step.perDays(DAYS_OF_SCALE)));
    }

    /** The rolling windows of a step, in steps. */
    static int[] windows(Step step) {
        if (step.isWithinDay()) {
            int day = step.perDays(1);
            return new int[] {Math.max(2, day / 8), Math.max(3, day / 4), day, 7 * day};
        }
        return step.isDay() ? new int[] {3, 7, 14, 28} : new int[] {2, 3, 5, 8};
    }

    private interface Statistic {
        double[] over(int window);
    }

    private static double[][] each(int[] windows, Statistic statistic) {
        double[][] out = new double[windows.length][];
        for (int i = 0; i < windows.length; i++) {
            out[i] = statistic.over(windows[i]);
        }
        return out;
    }

    private static int[] lastIndex(double[] value) {
        int[] out = new int[value.length];
        int last = -1;
        for (int i = 0; i < value.length; i++) {
            last = Double.isNaN(value[i]) ? last : i;
            out[i] = last;
        }
        return out;
    }

    private static double[] last(double[] value, int[] lastIndex) {
        double[] out = new double[value.length];
        for (int i = 0; i < value.length; i++) {
            out[i] = lastIndex[i] < 0 ? Double.NaN : value[lastIndex[i]];
        }
        return out;
    }

    private static double[] anomaly(double[] value, double[] profile, int season) {
        double[] out = new double[value.length];
        Arrays.fill(out, 0, Math.min(season, out.length), Double.NaN);
        for (int i = season; i < value.length; i++) {
            out[i] = value[i] - profile[i - season];
        }
        return out;
    }

    private static double[] scale(double[] value, int span) {
        double[] out = new double[value.length];
        double share = 1.0 / span;
        double mean = Double.NaN;
        int count = 0;
        for (int i = 0; i < value.length; i++) {
            double size = Math.abs(value[i]);
            if (!Double.isNaN(size)) {
                count++;
                double weight = Math.max(share, 1.0 / count);
                mean = count == 1 ? size : mean + weight * (size - mean);
            }
            out[i] = Math.max(mean, 1e-6);
        }
        return out;
    }
}

package town.nagar.forecast.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import town.nagar.forecast.feature.FeatureSet;
import town.nagar.forecast.series.Panel;

/**
 * Exponential smoothing of each series with part of a drift that all series share, for few long
 * steps such as years.
 *
 * <p>The drift is the median over the series of their median slopes between any two values, each as
 * a share of the series' mean (Sen 1968, "Estimates of the Regression Coefficient Based on
 * Kendall's Tau"). Part of a drift is the idea of the Theta method (Hyndman and Billah 2003,
 * "Unmasking the Theta method"). How much is smoothed and which part is what made the errors one
 * step ahead least before.
 */
final class Drift implements Forecaster {
    static final String NAME = "drift";
    private static final double[] RATES = {0.3, 0.4, 0.5, 0.6};
    private static final double[] PARTS = {0, 0.25, 0.5};
    private static final int FEWEST_BEFORE = 4;
    private static final int MOST_TARGETS = 12;
    private static final int STEPS_OF_SLOPE = 40;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Learnt learn(Problem problem, int end) {
        Carried best = new Carried(RATES[0], 0);
        double least = Double.POSITIVE_INFINITY;
        for (double rate : RATES) {
            for (double part : PARTS) {
                Carried tried = new Carried(rate, part);
                double loss = loss(problem, tried, end);
                best = loss < least ? tried : best;
                least = Math.min(loss, least);
            }
        }
        return best;
    }

    private static double loss(Problem problem, Carried line, int end) {
        Panel panel = problem.panel();
        double sum = 0;
        for (int at = Math.max(FEWEST_BEFORE, end - MOST_TARGETS); at < end; at++) {
            double drift = drift(panel, at);
            for (int series = 0; series < panel.size(); series++) {
                double error = panel.at(series, at) - line.say(panel, series, at, 0, drift);
                sum += Double.isNaN(error) ? 0 : problem.taste().loss().of(error);
            }
        }
        return sum;
    }

    /** The shared slope a step before an index, as a share of a series' mean. */
    private static double drift(Panel panel, int end) {
        double[] slopes = new double[panel.size()];
        int count = 0;
        for (int series = 0; series < panel.size(); series++) {
            double slope = slope(panel, series, end);
            if (!Double.isNaN(slope)) {
                slopes[count++] = slope;
            }
        }
        return count == 0 ? 0 : median(slopes, count);
    }

    private static double slope(Panel panel, int series, int end) {
        int first = Math.max(0, end - STEPS_OF_SLOPE);
        double[] slopes = new double[STEPS_OF_SLOPE * STEPS_OF_SLOPE / 2];
        int count = 0;
        for (int later = first + 1; later < end; later++) {
            for (int earlier = first; earlier < later; earlier++) {
                double rise = panel.at(series, later) - panel.at(series, earlier);
                if (!Double.isNaN(rise)) {
                    slopes[count++] = rise / (later - earlier);
                }
            }
        }
        return count < 3 ? Double.NaN : median(slopes, count) / mean(panel, series, first, end);
    }

    private static double median(double[] values, int count) {
        Arrays.sort(values, 0, count);
        return (values[(count - 1) / 2] + values[count / 2]) / 2;
    }

    private static double mean(Panel panel, int series, int first, int end) {
        double sum = 0;
        int count = 0;
        for (int i = first; i < end; i++) {
            double value = panel.at(series, i);
            sum += Double.isNaN(value) ? 0 : value;
            count += Double.isNaN(value) ? 0 : 1;
        }
        return sum / count;
    }

    static Learnt read(DataInput in) throws IOException {
        return new Carried(in.readDouble(), in.readDouble());
    }

    /**
     * What was learnt.
     *
     * @param rate of smoothing, above 0, at most 1
     * @param part of the drift that goes on, from 0 to 1
     */
    private record Carried(double rate, double part) implements Learnt {
        @Override
        public String name() {
            return NAME;
        }

        @Override
        public void write(DataOutput out) throws IOException {
            out.writeDouble(rate);
            out.writeDouble(part);
        }

        @Override
        public void forecast(FeatureSet features, int[] series, int origin, double[][] out) {
            double drift = drift(features.panel(), origin);
            for (int i = 0; i < series.length; i++) {
                for (int step = 0; step < out[i].length; step++) {
                    out[i][step] = say(features.panel(), series[i], origin, step, drift);
                }
            }
        }

        /** The smoothed level, carried on by the drift since the level's own mean age. */
        double say(Panel panel, int series, int origin, int step, double drift) {
            double level = Double.NaN;
            for (int i = 0; i < origin; i++) {
                double value = panel.at(series, i);
                if (!Double.isNaN(value)) {
                    level = Double.isNaN(level) ? value : level + rate * (value - level);
                }
            }
            double slope =
                    drift * mean(panel, series, Math.max(0, origin - STEPS_OF_SLOPE), origin);
            return level + part * slope * (1 / rate + step);
        }
    }
}

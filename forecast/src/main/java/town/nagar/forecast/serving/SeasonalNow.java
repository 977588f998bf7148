package town.nagar.forecast.serving;

import java.util.Arrays;
import java.util.List;
import town.nagar.forecast.feature.FeatureSet;
import town.nagar.forecast.interval.Conformal;
import town.nagar.forecast.model.Learnt;
import town.nagar.forecast.model.Models;
import town.nagar.forecast.series.Panel;

/** The seasonal baseline that did best lately at one place, with widths from its own errors. */
final class SeasonalNow {
    private static final int MOST_ORIGINS = 40;
    private static final int FEWEST_ERRORS = 20;

    private final Panel panel;
    private final FeatureSet features;
    private final int[] series;
    private final int origin;
    private final int steps;

    private SeasonalNow(FeatureSet features, int series, int origin, int steps) {
        this.panel = features.panel();
        this.features = features;
        this.series = new int[] {series};
        this.origin = origin;
        this.steps = steps;
    }

    /**
     * What it says.
     *
     * @param model the baseline's name
     * @param value one slot a step; NaN where there is no history
     * @param half80 half-width of 80 %; NaN where fewer than 20 errors are known
     */
    record Said(String model, List<Double> value, double half80, double half95) {
        Said {
            value = List.copyOf(value);
        }
    }

    static Said say(FeatureSet features, int series, int origin, int steps) {
        return new SeasonalNow(features, series, origin, steps).best();
    }

    private Said best() {
        List<Learnt> baselines = Models.seasonal(panel.grid().step());
        Learnt best = baselines.getFirst();
        double least = Double.POSITIVE_INFINITY;
        Errors ofBest = new Errors();
        for (Learnt baseline : baselines) {
            var errors = new Errors();
            add(baseline, errors);
            if (errors.mean() < least) {
                least = errors.mean();
                best = baseline;
                ofBest = errors;
            }
        }
        double[][] out = new double[1][steps];
        best.forecast(features, series, origin, out);
        return new Said(
                best.name(),
                Arrays.stream(out[0]).boxed().toList(),
                ofBest.half(0),
                ofBest.half(1));
    }

    private void add(Learnt baseline, Errors errors) {
        int apart = Math.max(1, features.seasons().cycle());
        double[][] out = new double[1][steps];
        for (int back = 0; back < MOST_ORIGINS; back++) {
            int past = origin - steps - back * apart;
            if (past < features.firstOrigin()) {
                return;
            }
            baseline.forecast(features, series, past, out);
            for (int step = 0; step < steps; step++) {
                errors.add(panel.at(series[0], past + step) - out[0][step]);
            }
        }
    }

    /** Errors of one baseline. */
    private static final class Errors {
        private final Conformal conformal = new Conformal(1, new int[1], 0.8, 0.95);
        private double sum;
        private int count;

        void add(double error) {
            if (!Double.isNaN(error)) {
                conformal.learn(0, 0, error, 1);
                sum += Math.abs(error);
                count++;
            }
        }

        double mean() {
            return count == 0 ? Double.POSITIVE_INFINITY : sum / count;
        }

        double half(int level) {
            return count < FEWEST_ERRORS ? Double.NaN : conformal.half(level, 0, 0, 1);
        }
    }
}

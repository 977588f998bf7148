package town.nagar.forecast.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import town.nagar.forecast.feature.FeatureSet;

/**
 * Seasonal smoothing: the fast profile of the hour of the week, plus the latest day's distance to
 * the profile, which fades. The fading is each series' autocorrelation from a cycle to the next.
 */
final class Smooth implements Forecaster {
    static final String NAME = "smooth";
    private static final int CYCLE_WINDOW = 2;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Learnt learn(Problem problem, int end) {
        FeatureSet features = problem.features();
        double[] fade = new double[problem.panel().size()];
        for (int series = 0; series < fade.length; series++) {
            fade[series] = fade(features, series, end);
        }
        return new Fading(fade);
    }

    static Learnt read(DataInput in) throws IOException {
        return new Fading(Numbers.doubles(in));
    }

    /** What is left of a distance to the profile after a cycle, a slot a series. */
    private static final class Fading implements Learnt {
        private final double[] fade;

        Fading(double[] fade) {
            this.fade = fade;
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public void write(DataOutput out) throws IOException {
            Numbers.write(fade, out);
        }

        @Override
        public void forecast(FeatureSet features, int[] series, int origin, double[][] out) {
            for (int i = 0; i < series.length; i++) {
                forecast(features, series[i], origin, out[i]);
            }
        }

        private void forecast(FeatureSet features, int series, int origin, double[] out) {
            double cycle = features.seasons().cycle();
            double anomaly = features.anomalyMean(series, origin, CYCLE_WINDOW);
            double carried = Double.isNaN(anomaly) ? 0 : anomaly;
            for (int step = 0; step < out.length; step++) {
                double profile = features.weekProfile(series, origin, origin + step);
                double left = StrictMath.pow(fade[series], (step + 1) / cycle);
                out[step] =
                        Double.isNaN(profile)
                                ? features.last(series, origin)
                                : profile + carried * left;
            }
        }
    }

    private static double fade(FeatureSet features, int series, int end) {
        int cycle = features.seasons().cycle();
        double product = 0;
        double square = 0;
        for (int i = cycle; i < end; i++) {
            double now = features.anomaly(series, i);
            double before = features.anomaly(series, i - cycle);
            if (!Double.isNaN(now) && !Double.isNaN(before)) {
                product += now * before;
                square += before * before;
            }
        }
        return square == 0 ? 0 : Math.min(0.98, Math.max(0, product / square));
    }
}

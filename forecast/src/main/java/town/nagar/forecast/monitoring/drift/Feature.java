package town.nagar.forecast.monitoring.drift;

import java.util.List;
import java.util.Locale;
import town.nagar.forecast.series.Step;

/** What of a series' course is looked at: the families that models' features come from. */
public enum Feature {
    /** The distance from the course: lags and means. */
    LEVEL {
        @Override
        double[] of(double[] distances) {
            return distances.clone();
        }
    },
    /** From one time to the next: the last differences. A stuck sensor has none. */
    CHANGE {
        @Override
        double[] of(double[] distances) {
            double[] out = new double[distances.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = i == 0 ? Double.NaN : distances[i] - distances[i - 1];
            }
            return out;
        }
    },
    /** The largest less the smallest distance of six times: rolling deviations. */
    SPREAD {
        @Override
        double[] of(double[] distances) {
            double[] out = new double[distances.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = i < SPAN - 1 ? Double.NaN : range(distances, i);
            }
            return out;
        }
    };

    private static final int SPAN = 6;

    private static double range(double[] distances, int last) {
        double least = distances[last];
        double most = distances[last];
        for (int i = last - SPAN + 1; i < last; i++) {
            least = Math.min(least, distances[i]); // NaN stays NaN
            most = Math.max(most, distances[i]);
        }
        return most - least;
    }

    /** Those that are looked at for a step. */
    static List<Feature> of(Step step) {
        return step.isWithinDay() ? List.of(values()) : List.of(LEVEL);
    }

    /** One slot a time; NaN where it cannot be told. */
    abstract double[] of(double[] distances);

    /** In lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

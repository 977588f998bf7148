package town.nagar.forecast.model;

import java.io.DataOutput;
import java.util.Arrays;
import java.util.Locale;
import town.nagar.forecast.feature.FeatureSet;
import town.nagar.forecast.feature.Seasons;
import town.nagar.forecast.series.Panel;

/** Forecasts that need no fitting: what every other model has to beat. */
enum SeasonalBaseline {
    /** The last value. */
    LAST {
        @Override
        double say(FeatureSet features, int series, int origin, int target) {
            return features.last(series, origin);
        }
    },
    /** The same hour of the latest day; for steps of a day or more the last value. */
    YESTERDAY {
        @Override
        double say(FeatureSet features, int series, int origin, int target) {
            int day = Math.max(1, features.panel().grid().step().perDays(1));
            return seasonal(features, series, origin, target, day);
        }
    },
    /** The same hour of the latest week. */
    LAST_WEEK {
        @Override
        double say(FeatureSet features, int series, int origin, int target) {
            return seasonal(features, series, origin, target, features.seasons().week());
        }
    },
    /** The mean of all earlier values of the hour of the week; a holiday counts as a Sunday. */
    WEEK_MEAN {
        @Override
        double say(FeatureSet features, int series, int origin, int target) {
            return features.weekMean(series, origin, asSunday(features, target));
        }
    },
    /** The median of the same hour of the latest eight weeks. */
    WEEK_MEDIAN {
        @Override
        double say(FeatureSet features, int series, int origin, int target) {
            int week = features.seasons().week();
            int newest = Seasons.latest(target, origin, week);
            double[] known = new double[WEEKS];
            int count = 0;
            for (int back = 0; back < WEEKS; back++) {
                double value = features.panel().at(series, newest - back * week);
                if (!Double.isNaN(value)) {
                    known[count++] = value;
                }
            }
            return median(known, count);
        }
    },
    /** The mean of the latest three steps, such as years. */
    MEAN_3 {
        @Override
        double say(FeatureSet features, int series, int origin, int target) {
            double sum = 0;
            int count = 0;
            for (int back = 1; back <= 3; back++) {
                double value = features.panel().at(series, origin - back);
                sum += Double.isNaN(value) ? 0 : value;
                count += Double.isNaN(value) ? 0 : 1;
            }
            return count == 0 ? Double.NaN : sum / count;
        }
    };

    private static final int WEEKS = 8;
    private static final int MOST_SEASONS_BACK = 4;

    abstract double say(FeatureSet features, int series, int origin, int target);

    /** The baseline as a model. */
    Forecaster forecaster() {
        return new Unfitted(this);
    }

    /** Its name as a model, such as {@code last-week}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private record Unfitted(SeasonalBaseline baseline) implements Forecaster {
        @Override
        public String name() {
            return baseline.word();
        }

        @Override
        public Learnt learn(Problem problem, int end) {
            return baseline.learnt();
        }
    }

    /** The baseline, which has nothing to learn. */
    Learnt learnt() {
        return new Nothing(this);
    }

    private record Nothing(SeasonalBaseline baseline) implements Learnt {
        @Override
        public String name() {
            return baseline.word();
        }

        @Override
        public void forecast(FeatureSet features, int[] series, int origin, double[][] out) {
            for (int i = 0; i < series.length; i++) {
                baseline.forecast(features, series[i], origin, out[i]);
            }
        }

        @Override
        public void write(DataOutput out) {}
    }

    private void forecast(FeatureSet features, int series, int origin, double[] out) {
        for (int step = 0; step < out.length; step++) {
            double said = say(features, series, origin, origin + step);
            out[step] = Double.isNaN(said) ? features.last(series, origin) : said;
        }
    }

    private static double seasonal(
            FeatureSet features, int series, int origin, int target, int season) {
        Panel panel = features.panel();
        int newest = Seasons.latest(target, origin, season);
        for (int back = 0; back < MOST_SEASONS_BACK; back++) {
            double value = panel.at(series, newest - back * season);
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        return Double.NaN;
    }

    /** The Sunday before a holiday, the target itself on other days and for longer steps. */
    private static int asSunday(FeatureSet features, int target) {
        int day = features.panel().grid().step().perDays(1);
        if (day < 1 || !features.isHoliday(target)) {
            return target;
        }
        int weekday = features.panel().grid().at(target).getDayOfWeek().getValue();
        return target + (7 - weekday) * day;
    }

    private static double median(double[] known, int count) {
        if (count == 0) {
            return Double.NaN;
        }
        Arrays.sort(known, 0, count);
        return count % 2 == 1 ? known[count / 2] : (known[count / 2 - 1] + known[count / 2]) / 2;
    }
}

package town.nagar.forecast.model;

import town.nagar.forecast.feature.FeatureSet;

/**
 * Series and what goes along with them without gaps, for models that know no missing number. Where
 * a value is missing the week's profile before it stands, for a covariate its latest value.
 */
final class Gapless {
    private final FeatureSet features;
    private final int longest;

    Gapless(FeatureSet features) {
        this.features = features;
        this.longest = Math.max(1, features.seasons().week());
    }

    /** The value of a series; NaN where nothing was known before. */
    double value(int series, int index) {
        double value = features.panel().at(series, index);
        if (!Double.isNaN(value)) {
            return value;
        }
        double profile =
                index < features.seasons().week()
                        ? Double.NaN
                        : features.weekProfile(series, index, index);
        return Double.isNaN(profile) && index > 0 ? features.last(series, index) : profile;
    }

    /** How many numbers go along: the covariates, and whether it is a holiday. */
    int width() {
        return features.covariates().names().size() + 1;
    }

    /** A covariate, or for the last place 1 on a holiday; 0 where none was given for a week. */
    double along(int place, int series, int index) {
        if (place == width() - 1) {
            return features.isHoliday(index) ? 1 : 0;
        }
        for (int at = index; at >= 0 && at > index - longest; at--) {
            double value = features.covariates().at(place, series, at);
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        return 0;
    }

    /** All that goes along at one index. */
    double[] along(int series, int index) {
        double[] row = new double[width()];
        for (int place = 0; place < row.length; place++) {
            row[place] = along(place, series, index);
        }
        return row;
    }
}

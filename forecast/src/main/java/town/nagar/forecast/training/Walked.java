package town.nagar.forecast.training;

import java.util.List;

/**
 * One model's forecasts of the folds, each made from what came a horizon and more before its fold.
 *
 * @param values by fold, origin, series and step ahead
 */
record Walked(String model, List<double[][][]> values) {
    Walked {
        values = List.copyOf(values);
    }

    double value(int fold, int origin, int series, int step) {
        return values.get(fold)[origin][series][step];
    }
}

package town.nagar.forecast.backtest;

import town.nagar.forecast.series.Panel;

/** What came after each origin of a walk. */
record Actuals(Panel panel, Walk walk) {
    /** The value a step ahead of an origin's place; NaN if it is not known. */
    double at(int place, int series, int step) {
        return panel.at(series, walk.origin(place) + step);
    }

    /** That less what was forecast; NaN if either is not known. */
    double error(Forecasts of, int place, int series, int step) {
        return at(place, series, step) - of.value(place, series, step);
    }
}

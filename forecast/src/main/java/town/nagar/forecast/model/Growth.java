package town.nagar.forecast.model;

import java.util.Map;

/**
 * How XGBoost grows trees.
 *
 * @param rounds of boosting
 * @param settings by XGBoost's own names
 */
record Growth(int rounds, Map<String, Object> settings) {
    private static final int BINS = 64;

    Growth {
        settings = Map.copyOf(settings);
    }

    /** A domain's own. */
    static Growth of(Taste taste) {
        return new Growth(
                taste.trees(),
                Map.of(
                        "objective",
                        taste.loss().objective(),
                        "max_bin",
                        BINS,
                        "eta",
                        taste.rate(),
                        "max_depth",
                        taste.depth(),
                        "min_child_weight",
                        5,
                        "subsample",
                        0.7,
                        "colsample_bytree",
                        0.5,
                        "lambda",
                        2));
    }

    /** The design document's for pollutants, section 4.2.2; in 64 bins. */
    static Growth ofDocument(Taste taste) {
        return new Growth(
                500,
                Map.of(
                        "objective",
                        Taste.Loss.SQUARED.objective(),
                        "max_bin",
                        BINS,
                        "eta",
                        0.05,
                        "max_depth",
                        8,
                        "min_child_weight",
                        3,
                        "subsample",
                        0.8,
                        "colsample_bytree",
                        0.8,
                        "gamma",
                        0.1,
                        "alpha",
                        0.1,
                        "lambda",
                        1));
    }

    /** A random forest: 200 deep trees side by side, each of a part of the rows and features. */
    static Growth ofForest(Taste taste) {
        return new Growth(
                1,
                Map.of(
                        "objective",
                        Taste.Loss.SQUARED.objective(),
                        "max_bin",
                        BINS,
                        "eta",
                        1,
                        "max_depth",
                        12,
                        "min_child_weight",
                        2,
                        "num_parallel_tree",
                        200,
                        "subsample",
                        0.63,
                        "colsample_bynode",
                        0.4,
                        "lambda",
                        1e-5));
    }
}

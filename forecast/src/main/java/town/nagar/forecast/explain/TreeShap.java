package town.nagar.forecast.explain;

import java.util.List;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Exact Shapley values of boosted trees, by XGBoost: Lundberg and others, arXiv 1802.03888. */
public final class TreeShap {
    private TreeShap() {}

    /**
     * Why the trees foretell what they do for one row; about 20 ms for 500 trees of depth 8.
     *
     * @param features names, one a number of {@code row}
     * @throws IllegalArgumentException if the counts differ
     * @throws IllegalStateException if XGBoost fails
     */
    public static Explanation explain(Booster trees, List<String> features, float[] row) {
        if (features.size() != row.length) {
            throw new IllegalArgumentException(
                    "%d names for %d features".formatted(features.size(), row.length));
        }
        float[] effects = effects(trees, row);
        double forecast = 0;
        for (float effect : effects) {
            forecast += effect;
        }
        List<Contribution> contributions =
                IntStream.range(0, row.length)
                        .mapToObj(i -> new Contribution(features.get(i), effects[i]))
                        .toList();
        return new Explanation("SHAP", effects[row.length], forecast, contributions);
    }

    /** One a feature, then what is foretold knowing none. */
    private static float[] effects(Booster trees, float[] row) {
        try {
            DMatrix matrix = new DMatrix(row, 1, row.length, Float.NaN);
            try {
                return trees.predictContrib(matrix, 0)[0];
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost failed: " + e.getMessage(), e);
        }
    }
}

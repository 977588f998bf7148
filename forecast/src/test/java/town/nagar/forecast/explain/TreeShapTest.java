package town.nagar.forecast.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;

class TreeShapTest {
    private static final List<String> FEATURES = List.of("wind", "heat", "noise");
    private static final int ROWS = 2_000;

    private final Booster trees = trees();

    /** Wind lowers what is foretold, heat raises it half as much, noise does nothing. */
    private static Booster trees() {
        Random random = new Random(1);
        float[] rows = new float[ROWS * 3];
        float[] targets = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            for (int feature = 0; feature < 3; feature++) {
                rows[row * 3 + feature] = random.nextFloat() - 0.5f;
            }
            targets[row] = 50 - 20 * rows[row * 3] + 10 * rows[row * 3 + 1];
        }
        try {
            DMatrix data = new DMatrix(rows, ROWS, 3, Float.NaN);
            data.setLabel(targets);
            Map<String, Object> settings = Map.of("max_depth", 4, "eta", 0.2, "nthread", 1);
            return XGBoost.train(data, settings, 50, Map.of(), null, null);
        } catch (XGBoostError e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void effectsLeadFromTheUsualToWhatTheTreesForetell() throws XGBoostError {
        float[] row = {0.4f, 0.3f, -0.1f};
        Explanation explanation = TreeShap.explain(trees, FEATURES, row);
        double sum =
                explanation.usual()
                        + explanation.contributions().stream()
                                .mapToDouble(Contribution::effect)
                                .sum();
        float foretold = trees.predict(new DMatrix(row, 1, 3, Float.NaN))[0][0];
        assertThat(sum).isCloseTo(foretold, within(1e-3));
        assertThat(explanation.forecast()).isCloseTo(foretold, within(1e-3));
        assertThat(explanation.usual()).isCloseTo(50, within(0.5));
    }

    @Test
    void whatMattersMostComesFirst() {
        Explanation explanation = TreeShap.explain(trees, FEATURES, new float[] {0.4f, 0.4f, 0.4f});
        List<Contribution> strongest = explanation.strongest(2);
        assertThat(strongest).extracting(Contribution::feature).containsExactly("wind", "heat");
        assertThat(strongest.get(0).effect()).isCloseTo(-8, within(1.0));
        assertThat(strongest.get(1).effect()).isCloseTo(4, within(1.0));
        assertThat(Math.abs(explanation.contributions().get(2).effect())).isLessThan(0.5);
    }

    @Test
    void aRowThatDoesNotFitTheNamesIsRefused() {
        assertThatThrownBy(() -> TreeShap.explain(trees, FEATURES, new float[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("3 names for 2 features");
    }
}

package town.nagar.forecast.training;

import java.util.List;
import java.util.Map;
import town.nagar.forecast.artifact.SavedModel;

/**
 * A model that was made, and how good it and the others were in the folds.
 *
 * @param errors of the model and the baselines on the same forecasts
 * @param baseline the best seasonal baseline as a model with intervals of its own; the model itself
 *     where that is what was kept
 * @param baselineErrors of that baseline and the others
 * @param board all that were tried, the best first
 */
public record Trained(
        SavedModel model,
        FoldErrors errors,
        SavedModel baseline,
        FoldErrors baselineErrors,
        List<Standing> board)
        implements AutoCloseable {
    /**
     * One model's figures over all folds.
     *
     * @param baseline whether it is a seasonal baseline
     */
    public record Standing(String model, boolean baseline, Map<String, Object> figures) {}

    public Trained {
        board = List.copyOf(board);
    }

    /** Whether a seasonal baseline is all that was kept. */
    public boolean isBaseline() {
        return model.provenance().model().equals(baseline.provenance().model());
    }

    @Override
    public void close() {
        model.close();
        baseline.close();
    }
}

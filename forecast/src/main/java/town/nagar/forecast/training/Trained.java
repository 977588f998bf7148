package town.nagar.forecast.training;

import java.util.List;
import town.nagar.forecast.artifact.SavedModel;

/**
 * A model that was made, and how good it and the others were in the folds.
 *
 * @param board all that were tried, the best first
 */
public record Trained(SavedModel model, List<Standing> board) implements AutoCloseable {
    /**
     * One model's figures over all folds.
     *
     * @param baseline whether it is a seasonal baseline
     */
    public record Standing(String model, boolean baseline, java.util.Map<String, Object> figures) {}

    public Trained {
        board = List.copyOf(board);
    }

    @Override
    public void close() {
        model.close();
    }
}

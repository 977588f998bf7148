package town.nagar.forecast.rollout;

import java.io.IOException;
import town.nagar.forecast.training.Trained;

/** Takes models that have just been trained. */
@FunctionalInterface
public interface NewVersions {
    /**
     * Registers a model with its lineage and evidence, and lets it begin its way: in shadow, or in
     * production where nothing speaks yet.
     *
     * @param who trained it, such as {@code retraining}
     * @param why it was trained, such as {@code drift of temperature at S-001, PSI 0.41}
     * @return the version's semantic number
     * @throws IOException if it cannot be kept
     */
    String offer(Trained trained, String who, String why) throws IOException;
}

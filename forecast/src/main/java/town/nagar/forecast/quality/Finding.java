package town.nagar.forecast.quality;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import town.nagar.forecast.backtest.Score;

/**
 * What a task found.
 *
 * @param ours of the mix of all models
 * @param models every single model's error in the task's measure, the least first
 * @param baseline error of the task's baseline
 */
record Finding(QualityTask task, Score ours, Map<String, Double> models, double baseline) {
    Finding {
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    }

    /** The best single model's name. */
    String best() {
        return models.keySet().iterator().next();
    }

    double bestError() {
        return models.values().iterator().next();
    }

    /** Our error in the task's measure. */
    double error() {
        return task.squared() ? ours.rmse() : ours.mae();
    }

    /** By how much the baseline is undercut, in percent. */
    double gainPercent() {
        return 100 * (1 - error() / baseline);
    }

    String verdict() {
        if (gainPercent() >= task.aimPercent()) {
            return "aim";
        }
        return gainPercent() > task.floorPercent() ? "floor" : "missed";
    }
}

package town.nagar.forecast.quality;

import town.nagar.forecast.backtest.Score;

/**
 * What a task found.
 *
 * @param ours of the mix of all models
 * @param best the best single model's name
 * @param baseline error of the task's baseline
 */
record Finding(QualityTask task, Score ours, String best, double bestError, double baseline) {
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

package town.nagar.forecast.quality;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import town.nagar.forecast.backtest.Outcome;
import town.nagar.forecast.backtest.Progress;
import town.nagar.forecast.backtest.Score;
import town.nagar.forecast.backtest.Task;
import town.nagar.forecast.model.Models;
import town.nagar.forecast.series.Covariates;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.SeriesFile;

/** Answers tasks by walking through their data. */
final class Quality {
    private static final long SEED = 1;

    private Quality() {}

    /** The walk of a task. */
    static Outcome walk(QualityTask task, Progress progress) throws IOException {
        Panel read = SeriesFile.read(task.series()).panel();
        List<Integer> origins =
                task.origins().stream().map(time -> read.grid().indexAtOrAfter(time)).toList();
        Panel panel = read.reaching(origins.getLast() + task.horizon());
        Optional<java.nio.file.Path> file = task.covariates();
        Covariates covariates =
                file.isPresent() ? Covariates.read(file.get(), panel) : Covariates.none();
        return new Task(
                        task.domain(),
                        panel,
                        covariates,
                        origins,
                        task.horizon(),
                        Task.ALL,
                        List.of(),
                        task.costly(),
                        SEED)
                .run(progress);
    }

    /** What a walk says of a task. */
    static Finding find(QualityTask task, Outcome outcome) {
        Score ours = score(outcome, Models.ENSEMBLE, task);
        Map<String, Double> errors = new HashMap<>();
        for (String model : outcome.models()) {
            if (!model.equals(Models.ENSEMBLE)) {
                errors.put(model, error(score(outcome, model, task), task));
            }
        }
        Map<String, Double> models = new LinkedHashMap<>();
        errors.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(each -> models.put(each.getKey(), each.getValue()));
        return new Finding(task, ours, models, baseline(outcome, task));
    }

    private static double baseline(Outcome outcome, QualityTask task) {
        Score score =
                task.baseline().equals(QualityTask.EARLIER_WEEK_MEAN)
                        ? outcome.frozenWeekMean(step -> chosen(task, step)).orElseThrow()
                        : score(outcome, task.baseline(), task);
        return error(score, task);
    }

    private static boolean chosen(QualityTask task, int step) {
        return step + 1 >= task.firstStep() && step + 1 <= task.lastStep();
    }

    private static Score score(Outcome outcome, String model, QualityTask task) {
        return outcome.score(model, _ -> true, step -> chosen(task, step)).orElseThrow();
    }

    private static double error(Score score, QualityTask task) {
        return task.squared() ? score.rmse() : score.mae();
    }
}

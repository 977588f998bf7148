package town.nagar.forecast.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import town.nagar.forecast.backtest.Bands;
import town.nagar.forecast.backtest.Score;
import town.nagar.forecast.model.Forecaster;
import town.nagar.forecast.model.Models;
import town.nagar.forecast.model.Problem;
import town.nagar.forecast.model.Taste;
import town.nagar.forecast.series.Step;
import town.nagar.forecast.tuning.Dimension;
import town.nagar.forecast.tuning.Study;

/**
 * Finds the boosted trees' settings that do best in the folds. The folds' scores are then a little
 * too good, as they were chosen by.
 */
final class Tuning {
    private static final String BOOSTED = "gbm";
    private static final List<Dimension> SPACE =
            List.of(
                    new Dimension("trees", 20, 400, true, true),
                    new Dimension("rate", 0.01, 0.3, true, false),
                    new Dimension("depth", 2, 8, false, true),
                    new Dimension("half_life_days", 20, 4000, true, false));

    private final Training training;
    private final Problem problem;
    private final List<Fold> folds;
    private final Forecaster model;
    private final Consumer<String> progress;

    Tuning(Training training, Consumer<String> progress) {
        this.training = training;
        this.problem = training.problem(training.holidays());
        this.folds = training.folds(problem.features());
        this.model =
                Models.suiting(step()).stream()
                        .filter(each -> each.name().equals(BOOSTED))
                        .findFirst()
                        .orElseThrow();
        this.progress = progress;
    }

    private Step step() {
        return training.panel().grid().step();
    }

    /**
     * The training with the best settings of so many trials, earlier ones in the file included.
     *
     * @param file of the trials; made if missing
     */
    Training best(int trials, Path file) throws IOException {
        Study study = Study.open(SPACE, training.seed(), file);
        study.run(
                trials,
                folds.size(),
                (values, fold) -> loss(taste(values), folds.get(fold), study));
        return training.withTaste(taste(study.best()));
    }

    private Taste taste(List<Double> values) {
        return training.taste()
                .withTrees(
                        values.get(0).intValue(),
                        values.get(1),
                        values.get(2).intValue(),
                        values.get(3));
    }

    private double loss(Taste taste, Fold fold, Study study) {
        progress.accept("trial %d".formatted(study.trials().size() + 1));
        var tried =
                new Problem(
                        problem.features(),
                        problem.horizon(),
                        problem.phases(),
                        taste,
                        problem.seed());
        int[] bands = Bands.of(step(), training.horizon());
        List<Fold> one = List.of(fold);
        Walked walked = new WalkForward(tried, one, 1, _ -> {}).through(List.of(model)).getFirst();
        Score score = Judgement.of(tried, one, bands, walked).whole();
        return taste.loss() == Taste.Loss.SQUARED ? score.rmse() : score.mae();
    }
}

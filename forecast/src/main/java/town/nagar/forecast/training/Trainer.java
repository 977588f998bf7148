package town.nagar.forecast.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import town.nagar.forecast.artifact.DataHash;
import town.nagar.forecast.artifact.Provenance;
import town.nagar.forecast.artifact.SavedModel;
import town.nagar.forecast.backtest.Bands;
import town.nagar.forecast.backtest.Score;
import town.nagar.forecast.model.Forecaster;
import town.nagar.forecast.model.Learnt;
import town.nagar.forecast.model.Mixture;
import town.nagar.forecast.model.Models;
import town.nagar.forecast.model.Problem;
import town.nagar.forecast.model.Taste;
import town.nagar.forecast.series.TimeGrid;

/** Makes models: judged in five folds beside the baselines, then fitted to all that is known. */
public final class Trainer implements ModelMaker {
    private static final double LEAST_WEIGHT = 1e-3;

    private final int threads;
    private final Consumer<String> progress;

    /**
     * A trainer.
     *
     * @param threads fits that run side by side
     * @param progress is told in a few words of each step
     */
    public Trainer(int threads, Consumer<String> progress) {
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Makes a model; the same for the same training, bit for bit.
     *
     * @throws IllegalArgumentException if there is too little to learn from
     */
    @Override
    public Trained train(Training training) {
        return new Making(training).make();
    }

    /** One model in the making. */
    private final class Making {
        private final Training training;
        private final boolean[] holidays;
        private final Problem problem;
        private final int[] bands;
        private final List<Fold> folds;
        private final WalkForward walk;
        private final List<Forecaster> models;
        private final List<String> baselines;

        Making(Training training) {
            this.training = training;
            this.holidays = training.holidays();
            this.problem = training.problem(holidays);
            TimeGrid grid = training.panel().grid();
            this.bands = Bands.of(grid.step(), training.horizon());
            this.folds = training.folds(problem.features());
            this.walk = new WalkForward(problem, folds, threads, progress);
            this.baselines = Models.baselines(grid.step()).stream().map(Forecaster::name).toList();
            this.models =
                    Models.all(grid.step()).stream()
                            .filter(model -> isTried(model.name()))
                            .toList();
        }

        private boolean isTried(String model) {
            return baselines.contains(model) || training.models().contains(model);
        }

        Trained make() {
            List<Walked> walked = walk.through(models);
            Mixing mixing = Mixing.of(problem, folds, bands, walked, baselines);
            List<Walked> all = new ArrayList<>(walked);
            if (training.models().contains(Models.ENSEMBLE)) {
                all.add(mixing.walked(Models.ENSEMBLE));
            }
            List<Judgement> board =
                    all.stream().map(each -> Judgement.of(problem, folds, bands, each)).toList();
            Judgement baseline =
                    board.stream()
                            .filter(each -> baselines.contains(each.model()))
                            .min(Comparator.comparingDouble(this::loss))
                            .orElseThrow();
            Judgement kept = kept(board, baseline);
            progress.accept("%s on all that is known".formatted(kept.model()));
            return new Trained(
                    saved(kept, baseline, mixing),
                    errors(kept, board),
                    saved(baseline, baseline, mixing),
                    errors(baseline, board),
                    standings(board));
        }

        private SavedModel saved(Judgement kept, Judgement baseline, Mixing mixing) {
            Learnt learnt = learn(kept.model(), mixing);
            return new SavedModel(provenance(kept, baseline, learnt), learnt, kept.widths());
        }

        private FoldErrors errors(Judgement of, List<Judgement> board) {
            List<Judgement> others =
                    board.stream().filter(each -> baselines.contains(each.model())).toList();
            return FoldErrors.of(problem, folds, bands, of, others);
        }

        private Judgement kept(List<Judgement> board, Judgement baseline) {
            boolean winner = training.kept().equals(Training.WINNER);
            String name = winner ? Models.ENSEMBLE : training.kept();
            Judgement wanted =
                    board.stream()
                            .filter(each -> each.model().equals(name))
                            .findFirst()
                            .orElseThrow();
            return winner && loss(wanted) >= loss(baseline) ? baseline : wanted;
        }

        private double loss(Judgement judgement) {
            Score score = judgement.whole();
            return training.taste().loss() == Taste.Loss.SQUARED ? score.rmse() : score.mae();
        }

        private Learnt learn(String kept, Mixing mixing) {
            if (!kept.equals(Models.ENSEMBLE)) {
                return find(kept).learn(problem, training.end());
            }
            double[][] weights = mixing.weights();
            List<Integer> used = used(weights);
            List<Learnt> members =
                    used.stream()
                            .map(model -> models.get(model).learn(problem, training.end()))
                            .toList();
            double[][] left = new double[weights.length][used.size()];
            for (int band = 0; band < left.length; band++) {
                for (int i = 0; i < used.size(); i++) {
                    double weight = weights[band][used.get(i)];
                    left[band][i] = weight < LEAST_WEIGHT ? 0 : weight;
                }
            }
            return new Mixture(members, bands, left);
        }

        private Forecaster find(String name) {
            return models.stream()
                    .filter(model -> model.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        private List<Integer> used(double[][] weights) {
            List<Integer> used = new ArrayList<>();
            for (int model = 0; model < models.size(); model++) {
                for (double[] band : weights) {
                    if (band[model] >= LEAST_WEIGHT && !used.contains(model)) {
                        used.add(model);
                    }
                }
            }
            return used;
        }

        private Provenance provenance(Judgement kept, Judgement baseline, Learnt learnt) {
            TimeGrid grid = training.panel().grid();
            List<String> features = problem.features().names();
            return new Provenance(
                    training.name(),
                    training.domain(),
                    kept.model(),
                    baseline.model(),
                    training.panel().names(),
                    negatives(),
                    grid.step(),
                    training.horizon(),
                    Provenance.featureSet(features),
                    features,
                    training.covariates().names(),
                    holidaysMatter(),
                    DataHash.of(training.panel(), training.covariates(), training.end()),
                    grid.at(0).toString(),
                    grid.at(training.end() - 1).toString(),
                    training.taste(),
                    training.seed(),
                    weights(learnt),
                    Judgement.LEVELS,
                    kept.whole().figures(),
                    baseline.whole().figures(),
                    kept.byFold().stream().map(Score::figures).toList(),
                    Provenance.codeVersionNow());
        }

        private boolean holidaysMatter() {
            for (boolean holiday : holidays) {
                if (holiday) {
                    return true;
                }
            }
            return false;
        }

        private List<Boolean> negatives() {
            List<Boolean> negatives = new ArrayList<>();
            for (int series = 0; series < training.panel().size(); series++) {
                negatives.add(training.panel().hasNegative(series, training.end()));
            }
            return negatives;
        }

        private Map<String, Map<String, Double>> weights(Learnt learnt) {
            Map<String, Map<String, Double>> byStep = new LinkedHashMap<>();
            if (learnt instanceof Mixture mixture) {
                for (int step = 0; step < bands.length; step++) {
                    if (step == 0 || bands[step] != bands[step - 1]) {
                        byStep.put("from_step_" + (step + 1), mixture.weights(step));
                    }
                }
            }
            return byStep;
        }

        private List<Trained.Standing> standings(List<Judgement> board) {
            return board.stream()
                    .sorted(Comparator.comparingDouble(this::loss))
                    .map(each ->
                            new Trained.Standing(
                                    each.model(),
                                    baselines.contains(each.model()),
                                    each.whole().figures()))
                    .toList();
        }
    }
}

package town.nagar.forecast.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import town.nagar.forecast.model.Forecaster;
import town.nagar.forecast.model.Problem;
import town.nagar.forecast.model.Taste;
import town.nagar.forecast.model.Trust;
import town.nagar.forecast.model.Weights;

/** Walks models through folds: fitted before each, they forecast all its origins. */
final class WalkForward {
    private static final int MOST_CASES = 4_000;

    private final Problem problem;
    private final List<Fold> folds;
    private final int[] bands;
    private final int threads;
    private final Consumer<String> progress;

    /**
     * A walk.
     *
     * @param threads fits that run side by side
     * @param progress is told of each fit that is done
     */
    WalkForward(
            Problem problem,
            List<Fold> folds,
            int[] bands,
            int threads,
            Consumer<String> progress) {
        this.problem = problem;
        this.folds = List.copyOf(folds);
        this.bands = bands.clone();
        this.threads = threads;
        this.progress = progress;
    }

    /** All models' forecasts, in the models' order. */
    List<Walked> through(List<Forecaster> models) {
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<List<Future<double[][][]>>> running = new ArrayList<>();
            for (Forecaster model : models) {
                running.add(
                        folds.stream()
                                .map(fold -> workers.submit(() -> walk(model, fold)))
                                .toList());
            }
            List<Walked> walked = new ArrayList<>();
            for (int model = 0; model < models.size(); model++) {
                List<double[][][]> values =
                        running.get(model).stream().map(WalkForward::end).toList();
                walked.add(new Walked(models.get(model).name(), values));
            }
            return walked;
        }
    }

    private static <T> T end(Future<T> work) {
        try {
            return work.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a fit failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private double[][][] walk(Forecaster model, Fold fold) {
        int series = problem.panel().size();
        double[][][] values = new double[fold.origins().size()][series][problem.horizon()];
        try (Forecaster.Fitted fitted = model.fit(problem, fold.end())) {
            for (int i = 0; i < values.length; i++) {
                fitted.forecast(fold.origins().get(i), values[i]);
            }
        }
        progress.accept("%s before fold %d".formatted(model.name(), folds.indexOf(fold) + 1));
        return values;
    }

    /** The mix of models, at each fold by weights from the folds before it. */
    Walked mix(String name, List<Walked> models) {
        List<double[][][]> values = new ArrayList<>();
        for (int fold = 0; fold < folds.size(); fold++) {
            double[][] weights = weights(models, fold);
            int origins = folds.get(fold).origins().size();
            double[][][] mixed = new double[origins][problem.panel().size()][problem.horizon()];
            for (int origin = 0; origin < origins; origin++) {
                mix(models, weights, fold, origin, mixed[origin]);
            }
            values.add(mixed);
        }
        return new Walked(name, values);
    }

    private void mix(
            List<Walked> models, double[][] weights, int fold, int origin, double[][] out) {
        for (int series = 0; series < out.length; series++) {
            for (int step = 0; step < out[series].length; step++) {
                double sum = 0;
                double total = 0;
                for (int model = 0; model < models.size(); model++) {
                    double said = models.get(model).value(fold, origin, series, step);
                    if (!Double.isNaN(said)) {
                        sum += weights[bands[step]][model] * said;
                        total += weights[bands[step]][model];
                    }
                }
                out[series][step] = total == 0 ? Double.NaN : sum / total;
            }
        }
    }

    /**
     * Weights by band from the errors in the folds before one; before the first, which has none,
     * the base's own baseline alone.
     */
    double[][] weights(List<Walked> models, int before) {
        double[][] weights = new double[bands[bands.length - 1] + 1][];
        for (int band = 0; band < weights.length; band++) {
            List<int[]> cases = cases(band, before);
            double[][] errors = new double[models.size()][cases.size()];
            for (int model = 0; model < errors.length; model++) {
                for (int i = 0; i < cases.size(); i++) {
                    errors[model][i] = error(models.get(model), cases.get(i));
                }
            }
            weights[band] = weights(models, errors, cases);
        }
        return weights;
    }

    private double[] weights(List<Walked> models, double[][] errors, List<int[]> cases) {
        String baseline = problem.taste().base().baseline();
        int trusted = models.stream().map(Walked::model).toList().indexOf(baseline);
        Taste.Loss loss = problem.taste().loss();
        if (trusted < 0) {
            return Weights.of(errors, loss);
        }
        int[] origins = cases.stream().mapToInt(one -> origin(one[0], one[1])).toArray();
        int steps = 1 + cases.stream().mapToInt(one -> one[3]).max().orElse(0);
        double caution = cases.isEmpty() ? 1 : problem.taste().caution();
        return new Trust(origins, steps, trusted, loss, caution).weights(errors);
    }

    private int origin(int fold, int place) {
        return folds.get(fold).origins().get(place);
    }

    /** Fold, place of the origin in it, series and step of forecasts whose truth is known. */
    private List<int[]> cases(int band, int before) {
        List<int[]> all = new ArrayList<>();
        for (int fold = 0; fold < before; fold++) {
            for (int origin = 0; origin < folds.get(fold).origins().size(); origin++) {
                for (int series = 0; series < problem.panel().size(); series++) {
                    for (int step = 0; step < problem.horizon(); step++) {
                        if (bands[step] == band
                                && !Double.isNaN(truth(fold, origin, series, step))) {
                            all.add(new int[] {fold, origin, series, step});
                        }
                    }
                }
            }
        }
        List<int[]> thinned = new ArrayList<>();
        for (int i = 0; i < all.size(); i += all.size() / MOST_CASES + 1) {
            thinned.add(all.get(i));
        }
        return thinned;
    }

    private double error(Walked of, int[] one) {
        double error =
                truth(one[0], one[1], one[2], one[3]) - of.value(one[0], one[1], one[2], one[3]);
        double scale = problem.features().scale(one[2], origin(one[0], one[1]));
        double worst = Double.isNaN(scale) ? 0 : scale; // of those that say nothing
        return (Double.isNaN(error) ? worst : error) / problem.taste().unit(scale);
    }

    /** What came; NaN where it is not known. */
    double truth(int fold, int origin, int series, int step) {
        return problem.panel().at(series, origin(fold, origin) + step);
    }
}

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

/** Walks models through folds: fitted before each, they forecast all its origins. */
final class WalkForward {
    private final Problem problem;
    private final List<Fold> folds;
    private final int threads;
    private final Consumer<String> progress;

    /**
     * A walk.
     *
     * @param threads fits that run side by side
     * @param progress is told of each fit that is done
     */
    WalkForward(Problem problem, List<Fold> folds, int threads, Consumer<String> progress) {
        this.problem = problem;
        this.folds = List.copyOf(folds);
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
}

package town.nagar.forecast.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import town.nagar.forecast.model.Forecaster;
import town.nagar.forecast.model.Models;
import town.nagar.forecast.model.Problem;

/** Walks through origins in order, each knowing what came strictly before it and no more. */
final class Backtest {
    private static final int THREADS = 2;

    private final Problem problem;
    private final Walk walk;
    private final Progress progress;
    private final List<Forecaster> models;
    private final List<Forecaster> beside;
    private final List<Forecasts> forecasts = new ArrayList<>();
    private final int[] bands;

    /**
     * A walk of models.
     *
     * @param models that may be mixed
     * @param beside that are not
     */
    Backtest(
            Problem problem,
            Walk walk,
            List<Forecaster> models,
            List<Forecaster> beside,
            Progress progress) {
        this.problem = problem;
        this.walk = walk;
        this.models = List.copyOf(models);
        this.beside = List.copyOf(beside);
        this.progress = progress;
        this.bands = Bands.of(problem);
    }

    /**
     * All models' forecasts, in the models' order, then of those beside, and the ensemble's last if
     * it is wanted.
     */
    List<Forecasts> run(boolean ensemble) {
        walkThroughAll();
        if (ensemble) {
            Forecasts out = empty(Models.ENSEMBLE);
            List<Forecasts> mixed = forecasts.subList(0, models.size());
            new Mixing(problem, walk, models, mixed, bands).write(out);
            forecasts.add(out);
        }
        var widening = new Widening(problem, walk, bands);
        try (ExecutorService workers = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> widened = new ArrayList<>();
            forecasts.forEach(each -> widened.add(workers.submit(() -> widening.write(each))));
            widened.forEach(Backtest::finish);
        }
        progress.done();
        return List.copyOf(forecasts);
    }

    /** Those that learn for minutes one after another, the others beside them. */
    private void walkThroughAll() {
        try (ExecutorService workers = Executors.newFixedThreadPool(THREADS);
                ExecutorService costly = Executors.newSingleThreadExecutor()) {
            List<Future<?>> stretches = new ArrayList<>();
            for (Forecaster model : all()) {
                Forecasts out = empty(model.name());
                forecasts.add(out);
                stretches.addAll(walkThrough(model, out, model.isCostly() ? costly : workers));
            }
            stretches.forEach(Backtest::finish);
        }
    }

    int band(int step) {
        return bands[step];
    }

    private Forecasts empty(String name) {
        return new Forecasts(name, walk.size(), problem.panel().size(), problem.horizon());
    }

    private List<Forecaster> all() {
        return Stream.concat(models.stream(), beside.stream()).toList();
    }

    private List<Future<?>> walkThrough(Forecaster model, Forecasts out, ExecutorService on) {
        List<Future<?>> stretches = new ArrayList<>();
        for (int place = 0; place < walk.size(); place++) {
            if (fitsAt(model, place)) {
                int from = place;
                stretches.add(on.submit(() -> stretch(model, from, out)));
            }
        }
        return stretches;
    }

    private boolean fitsAt(Forecaster model, int place) {
        return model.isCostly() ? walk.fitsSeldomAt(place) : walk.fitsAt(place);
    }

    private static void finish(Future<?> stretch) {
        try {
            stretch.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a fit failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Fits a model once and forecasts from its place on, up to the next fit. */
    private void stretch(Forecaster model, int from, Forecasts out) {
        try (Forecaster.Fitted fitted = model.fit(problem, walk.fitted().get(from))) {
            int place = from;
            do {
                fitted.forecast(walk.origin(place), out.of(place));
                progress.tick(model.name(), walk.size() * all().size());
                place++;
            } while (place < walk.size() && !fitsAt(model, place));
        }
    }
}

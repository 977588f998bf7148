package town.nagar.forecast.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    private final List<Forecasts> forecasts = new ArrayList<>();
    private final int[] bands;

    Backtest(Problem problem, Walk walk, List<Forecaster> models, Progress progress) {
        this.problem = problem;
        this.walk = walk;
        this.models = List.copyOf(models);
        this.progress = progress;
        this.bands = Bands.of(problem);
    }

    /** All models' forecasts, in the models' order, and the ensemble's last if it is wanted. */
    List<Forecasts> run(boolean ensemble) {
        try (ExecutorService workers = Executors.newFixedThreadPool(THREADS)) {
            for (Forecaster model : models) {
                forecasts.add(walkThrough(model, workers));
            }
        }
        if (ensemble) {
            Forecasts out = empty(Models.ENSEMBLE);
            new Mixing(problem, walk, models, forecasts, bands).write(out);
            forecasts.add(out);
        }
        var widening = new Widening(problem, walk, bands);
        forecasts.forEach(widening::write);
        progress.done();
        return List.copyOf(forecasts);
    }

    int band(int step) {
        return bands[step];
    }

    private Forecasts empty(String name) {
        return new Forecasts(name, walk.size(), problem.panel().size(), problem.horizon());
    }

    private Forecasts walkThrough(Forecaster model, ExecutorService workers) {
        Forecasts out = empty(model.name());
        List<Future<?>> stretches = new ArrayList<>();
        for (int place = 0; place < walk.size(); place++) {
            if (fitsAt(model, place)) {
                int from = place;
                stretches.add(workers.submit(() -> stretch(model, from, out)));
            }
        }
        stretches.forEach(Backtest::finish);
        return out;
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
                progress.tick(model.name(), walk.size() * models.size());
                place++;
            } while (place < walk.size() && !fitsAt(model, place));
        }
    }
}

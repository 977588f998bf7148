package town.nagar.forecast.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import town.nagar.forecast.interval.Conformal;
import town.nagar.forecast.model.Forecaster;
import town.nagar.forecast.model.Models;
import town.nagar.forecast.model.Problem;
import town.nagar.forecast.model.Taste;
import town.nagar.forecast.model.Trust;
import town.nagar.forecast.model.Weights;

/** Walks through origins in order, each knowing what came strictly before it and no more. */
final class Backtest {
    private static final int LATEST_CYCLES = 120;
    private static final int THREADS = 2;
    private static final int MOST_CASES = 4_000;

    /** Latest errors of a series at a step ahead that widths come from, of steps of days. */
    private static final int KEPT_OF_DAYS = 800;

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
            forecasts.add(mix());
        }
        forecasts.forEach(this::widen);
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

    /** Mixes the models: at each new fit, weights by band from the latest errors known by then. */
    private Forecasts mix() {
        Forecasts out = empty(Models.ENSEMBLE);
        double[][] weights = new double[bands[bands.length - 1] + 1][];
        for (int place = 0; place < walk.size(); place++) {
            if (walk.fitsAt(place)) {
                for (int band = 0; band < weights.length; band++) {
                    weights[band] = weights(place, band);
                }
            }
            mix(place, weights, out.of(place));
        }
        return out;
    }

    private void mix(int place, double[][] weights, double[][] out) {
        for (int series = 0; series < out.length; series++) {
            for (int step = 0; step < out[series].length; step++) {
                double sum = 0;
                double total = 0;
                for (int model = 0; model < models.size(); model++) {
                    double said = forecasts.get(model).value(place, series, step);
                    double weight = weights[bands[step]][model];
                    if (!Double.isNaN(said)) {
                        sum += weight * said;
                        total += weight;
                    }
                }
                out[series][step] = total == 0 ? Double.NaN : sum / total;
            }
        }
    }

    /** A past forecast whose truth is known. */
    private record Case(int place, int series, int step) {}

    private double[] weights(int place, int band) {
        List<Case> cases = thinned(cases(place, band));
        double[][] errors = new double[models.size()][cases.size()];
        for (int i = 0; i < cases.size(); i++) {
            Case one = cases.get(i);
            double scale = problem.features().scale(one.series(), walk.origin(one.place()));
            double unit = problem.taste().unit(scale);
            double worst = Double.isNaN(scale) ? 0 : scale; // of those that say nothing
            for (int model = 0; model < errors.length; model++) {
                double error = error(forecasts.get(model), one.place(), one.series(), one.step());
                errors[model][i] = (Double.isNaN(error) ? worst : error) / unit;
            }
        }
        int trusted = trusted();
        if (trusted < 0) {
            return Weights.of(errors, problem.taste().loss());
        }
        int[] origins = cases.stream().mapToInt(one -> walk.origin(one.place())).toArray();
        Taste taste = problem.taste();
        return new Trust(origins, lastStep(band) + 1, trusted, taste.loss(), taste.caution())
                .weights(errors);
    }

    /** The place of the base's own baseline; -1 if it is not among the models. */
    private int trusted() {
        return models.stream()
                .map(Forecaster::name)
                .toList()
                .indexOf(problem.taste().base().baseline());
    }

    private int lastStep(int band) {
        int last = 0;
        for (int step = 0; step < bands.length; step++) {
            last = bands[step] == band ? step : last;
        }
        return last;
    }

    private static List<Case> thinned(List<Case> cases) {
        int every = cases.size() / MOST_CASES + 1;
        List<Case> out = new ArrayList<>();
        for (int i = 0; i < cases.size(); i += every) {
            out.add(cases.get(i));
        }
        return out;
    }

    private List<Case> cases(int place, int band) {
        List<Case> cases = new ArrayList<>();
        int oldest = walk.origin(place) - LATEST_CYCLES * problem.features().seasons().cycle();
        for (int past = 0; past < place; past++) {
            for (int step = 0; step < problem.horizon(); step++) {
                boolean known = walk.origin(past) + step < walk.origin(place);
                if (bands[step] == band && known && walk.origin(past) >= oldest) {
                    for (int series = 0; series < problem.panel().size(); series++) {
                        if (!Double.isNaN(actual(past, series, step))) {
                            cases.add(new Case(past, series, step));
                        }
                    }
                }
            }
        }
        return cases;
    }

    private double actual(int place, int series, int step) {
        return problem.panel().at(series, walk.origin(place) + step);
    }

    private double error(Forecasts of, int place, int series, int step) {
        return actual(place, series, step) - of.value(place, series, step);
    }

    /** Gives a model's forecasts their intervals, from its errors known before each origin. */
    private void widen(Forecasts of) {
        boolean withinDay = problem.panel().grid().step().isWithinDay();
        int size = problem.panel().size();
        var conformal =
                withinDay
                        ? new Conformal(size, bands, Forecasts.LEVELS)
                        : new Conformal(size, KEPT_OF_DAYS, bands, Forecasts.LEVELS);
        int[] known = new int[problem.horizon()];
        for (int place = 0; place < walk.size(); place++) {
            for (int step = 0; step < known.length; step++) {
                while (walk.origin(known[step]) + step < walk.origin(place)) {
                    learn(of, conformal, known[step], step);
                    known[step]++;
                }
            }
            widen(of, conformal, place);
        }
    }

    private void learn(Forecasts of, Conformal conformal, int place, int step) {
        for (int series = 0; series < problem.panel().size(); series++) {
            double error = error(of, place, series, step);
            if (!Double.isNaN(error)) {
                conformal.learn(series, step, error, size(of, place, series, step));
                for (int level = 0; level < Forecasts.LEVELS.length; level++) {
                    double half = of.half(level, place, series, step);
                    if (walk.isAsked(place) && !Double.isNaN(half)) {
                        conformal.judge(level, step, Math.abs(error) > half);
                    }
                }
            }
        }
    }

    private void widen(Forecasts of, Conformal conformal, int place) {
        for (int series = 0; series < problem.panel().size(); series++) {
            for (int step = 0; step < problem.horizon(); step++) {
                double size = size(of, place, series, step);
                for (int level = 0; level < Forecasts.LEVELS.length; level++) {
                    of.widen(level, place, series, step, conformal.half(level, series, step, size));
                }
                int wider = Forecasts.LEVELS.length - 1;
                of.widenSplit(place, series, step, conformal.splitHalf(wider, series, step, size));
            }
        }
    }

    private double size(Forecasts of, int place, int series, int step) {
        double scale = problem.features().scale(series, walk.origin(place));
        return problem.taste().size(scale, of.value(place, series, step));
    }
}

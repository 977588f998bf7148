package town.nagar.forecast.backtest;

import town.nagar.forecast.interval.Conformal;
import town.nagar.forecast.model.Problem;

/** The intervals of a backtest's forecasts. */
final class Widening {
    /** Latest errors of a series at a step ahead that widths come from, of steps of days. */
    private static final int KEPT_OF_DAYS = 800;

    private final Problem problem;
    private final Walk walk;
    private final int[] bands;
    private final Actuals actuals;

    /**
     * Intervals along a walk.
     *
     * @param bands the band of each step ahead
     */
    Widening(Problem problem, Walk walk, int[] bands) {
        this.problem = problem;
        this.walk = walk;
        this.bands = bands;
        this.actuals = new Actuals(problem.panel(), walk);
    }

    /** Gives a model's forecasts their intervals, from its errors known before each origin. */
    void write(Forecasts of) {
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
            double error = actuals.error(of, place, series, step);
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

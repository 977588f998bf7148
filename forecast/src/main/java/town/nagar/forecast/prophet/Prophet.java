package town.nagar.forecast.prophet;

import java.util.Arrays;
import java.util.List;

/**
 * Fits a Prophet model: the most probable parameters of its posterior.
 *
 * <p>Taylor and Letham, Forecasting at Scale, The American Statistician 72 (2018); the model of
 * Facebook's Prophet with linear growth.
 */
public final class Prophet {
    private Prophet() {}

    /**
     * The fitted model.
     *
     * @param days local time in days since 1970-01-01, any order, any spacing
     * @param values one a time; NaN where missing
     * @param regressors one array for each of the settings' regressors, one value a time
     * @throws IllegalArgumentException if lengths differ, fewer than two times have a value, or a
     *     number of a row that has a value is not finite
     */
    public static ProphetModel fit(
            double[] days, double[] values, double[][] regressors, ProphetSettings settings) {
        History.requireOneValueARow(settings.regressors().size(), regressors.length);
        History history = History.of(days, values, regressors);
        Scale scale = Scale.of(history);
        List<Standard> standards = Arrays.stream(history.regressors()).map(Standard::of).toList();
        Design design = new Design(Column.of(settings), standards);
        double[] changepoints =
                scale.times(
                        history.changepointDays(
                                settings.changepoints(), settings.changepointRange()));
        Posterior posterior = posterior(history, scale, design, changepoints, settings);
        double[] point = Lbfgs.minimise(posterior, start(history, scale, posterior.dimensions()));
        return ProphetModel.at(point, settings, scale, standards, changepoints);
    }

    static Posterior posterior(
            History history,
            Scale scale,
            Design design,
            double[] changepoints,
            ProphetSettings settings) {
        double[] priorScale = new double[design.columns()];
        boolean[] multiplied = new boolean[design.columns()];
        for (int column = 0; column < design.columns(); column++) {
            priorScale[column] = design.column(column).part().priorScale();
            multiplied[column] = design.column(column).part().effect() == Effect.MULTIPLIED;
        }
        return new Posterior(
                scale.times(history.days()),
                scale.values(history.values()),
                changepoints,
                settings.changepointPriorScale(),
                design.rows(history.days(), history.regressors()),
                priorScale,
                multiplied);
    }

    /** The line from the first value to the last, nothing else, and noise of size 1. */
    private static double[] start(History history, Scale scale, int dimensions) {
        double[] scaled = scale.values(history.values());
        double[] point = new double[dimensions];
        point[Posterior.SLOPE] = scaled[scaled.length - 1] - scaled[0];
        point[Posterior.OFFSET] = scaled[0];
        return point;
    }
}

package town.nagar.forecast.training;

import java.util.Arrays;
import java.util.List;
import town.nagar.forecast.model.Problem;

/** How several models erred at each origin of folds, on the forecasts that all of them made. */
final class OriginErrors {
    private final Problem problem;
    private final List<Fold> folds;
    private final int[] bands;
    private final List<Said> models;

    /** What a model said of the folds; NaN for nothing. */
    interface Said {
        double value(int fold, int origin, int series, int step);
    }

    /**
     * Errors of models.
     *
     * @param bands the band of each step ahead
     */
    OriginErrors(Problem problem, List<Fold> folds, int[] bands, List<Said> models) {
        this.problem = problem;
        this.folds = List.copyOf(folds);
        this.bands = bands.clone();
        this.models = List.copyOf(models);
    }

    /**
     * Mean absolute errors of a band, in the series' unit.
     *
     * @param from the first fold that counts
     * @param before the first that does not any more
     * @return by model and origin, in order of time; NaN at an origin without a truth that all
     *     forecast
     */
    double[][] of(int band, int from, int before) {
        int origins =
                folds.subList(from, before).stream().mapToInt(one -> one.origins().size()).sum();
        double[][] errors = new double[models.size()][origins];
        int place = 0;
        for (int fold = from; fold < before; fold++) {
            for (int origin = 0; origin < folds.get(fold).origins().size(); origin++) {
                double[] means = means(band, fold, origin);
                for (int model = 0; model < means.length; model++) {
                    errors[model][place] = means[model];
                }
                place++;
            }
        }
        return errors;
    }

    private double[] means(int band, int fold, int origin) {
        double[] sums = new double[models.size()];
        double[] one = new double[models.size()];
        int count = 0;
        for (int series = 0; series < problem.panel().size(); series++) {
            for (int step = 0; step < bands.length; step++) {
                if (bands[step] == band && isKnown(fold, origin, series, step, one)) {
                    for (int model = 0; model < sums.length; model++) {
                        sums[model] += one[model];
                    }
                    count++;
                }
            }
        }
        int known = count;
        return Arrays.stream(sums).map(sum -> known == 0 ? Double.NaN : sum / known).toArray();
    }

    private boolean isKnown(int fold, int origin, int series, int step, double[] out) {
        double truth = problem.panel().at(series, folds.get(fold).origins().get(origin) + step);
        for (int model = 0; model < out.length; model++) {
            out[model] = Math.abs(truth - models.get(model).value(fold, origin, series, step));
            if (Double.isNaN(out[model])) {
                return false;
            }
        }
        return true;
    }
}

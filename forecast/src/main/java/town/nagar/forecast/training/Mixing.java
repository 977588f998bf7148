package town.nagar.forecast.training;

import java.util.ArrayList;
import java.util.List;
import town.nagar.forecast.model.Problem;
import town.nagar.forecast.model.Taste;
import town.nagar.forecast.model.Trust;
import town.nagar.forecast.model.Weights;

/**
 * The mix of models through the folds. Its weights at a fold come from the errors in the folds
 * before it alone, and so does the baseline that stands in for it where the mix did worse.
 */
final class Mixing {
    private static final int MOST_CASES = 4_000;

    private final Problem problem;
    private final List<Fold> folds;
    private final int[] bands;
    private final List<Walked> models;

    /** By fold and after the last, by band and model. */
    private final List<double[][]> weights;

    private Mixing(
            Problem problem,
            List<Fold> folds,
            int[] bands,
            List<Walked> models,
            List<double[][]> weights) {
        this.problem = problem;
        this.folds = folds;
        this.bands = bands;
        this.models = models;
        this.weights = weights;
    }

    /**
     * Finds the weights.
     *
     * @param bands the band of each step ahead
     * @param baselines which of the models are seasonal baselines, by name
     */
    static Mixing of(
            Problem problem,
            List<Fold> folds,
            int[] bands,
            List<Walked> models,
            List<String> baselines) {
        List<double[][]> found = new ArrayList<>();
        var plain = new Mixing(problem, folds, bands, models, found);
        for (int fold = 0; fold <= folds.size(); fold++) {
            found.add(plain.find(fold));
        }
        var standIn =
                new StandIn(problem, folds, bands, models, baselines, plain.walked("plain mix"));
        List<double[][]> kept = new ArrayList<>();
        for (int fold = 0; fold <= folds.size(); fold++) {
            kept.add(standIn.weights(found.get(fold), fold));
        }
        return new Mixing(problem, folds, bands, models, kept);
    }

    /** By band and model, from all folds. */
    double[][] weights() {
        return weights.getLast();
    }

    /** What the mix said in the folds. */
    Walked walked(String name) {
        List<double[][][]> values = new ArrayList<>();
        for (int fold = 0; fold < folds.size(); fold++) {
            int origins = folds.get(fold).origins().size();
            double[][][] mixed = new double[origins][problem.panel().size()][problem.horizon()];
            for (int origin = 0; origin < origins; origin++) {
                mix(weights.get(fold), fold, origin, mixed[origin]);
            }
            values.add(mixed);
        }
        return new Walked(name, values);
    }

    private void mix(double[][] by, int fold, int origin, double[][] out) {
        for (int series = 0; series < out.length; series++) {
            for (int step = 0; step < out[series].length; step++) {
                double sum = 0;
                double total = 0;
                for (int model = 0; model < models.size(); model++) {
                    double said = models.get(model).value(fold, origin, series, step);
                    if (!Double.isNaN(said)) {
                        sum += by[bands[step]][model] * said;
                        total += by[bands[step]][model];
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
    private double[][] find(int before) {
        double[][] found = new double[bands[bands.length - 1] + 1][];
        for (int band = 0; band < found.length; band++) {
            List<int[]> cases = cases(band, before);
            double[][] errors = new double[models.size()][cases.size()];
            for (int model = 0; model < errors.length; model++) {
                for (int i = 0; i < cases.size(); i++) {
                    errors[model][i] = error(models.get(model), cases.get(i));
                }
            }
            found[band] = find(errors, cases);
        }
        return found;
    }

    private double[] find(double[][] errors, List<int[]> cases) {
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
    private double truth(int fold, int origin, int series, int step) {
        return problem.panel().at(series, origin(fold, origin) + step);
    }
}

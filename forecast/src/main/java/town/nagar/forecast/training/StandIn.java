package town.nagar.forecast.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import town.nagar.forecast.model.Problem;

/**
 * The baseline that stands in for a mix at steps ahead where the mix did worse: by more than one
 * standard error in the folds that its weights do not come from.
 *
 * <p>Errors are absolute ones, as promotions are judged. The standard error is of means by origin,
 * of which those whose forecasts overlap count as one time.
 */
final class StandIn {
    /** The first fold in which a mix has weights from errors. */
    private static final int FIRST_MIXED = 1;

    private final OriginErrors errors;
    private final int[] bands;
    private final double apart;

    /** Places among the models. */
    private final List<Integer> baselines;

    /**
     * What is known of a mix and the baselines.
     *
     * @param models that are mixed
     * @param baselines which of them are seasonal baselines, by name
     * @param mix what it said in the folds without any stand-in
     */
    StandIn(
            Problem problem,
            List<Fold> folds,
            int[] bands,
            List<Walked> models,
            List<String> baselines,
            Walked mix) {
        this.bands = bands.clone();
        this.apart = Fold.apart(folds);
        this.baselines = new ArrayList<>();
        List<OriginErrors.Said> said = new ArrayList<>(List.of(mix::value));
        for (int model = 0; model < models.size(); model++) {
            if (baselines.contains(models.get(model).model())) {
                this.baselines.add(model);
                said.add(models.get(model)::value);
            }
        }
        this.errors = new OriginErrors(problem, folds, bands, said);
    }

    /**
     * The weights found, or all on a baseline in bands where it stands in.
     *
     * @param found by band and model
     * @param before the first fold that is not known yet
     */
    double[][] weights(double[][] found, int before) {
        double[][] weights = new double[found.length][];
        for (int band = 0; band < found.length; band++) {
            weights[band] = found[band].clone();
            if (before > FIRST_MIXED && isWorse(band, before)) {
                Arrays.fill(weights[band], 0);
                weights[band][baselines.get(best(errors.of(band, 0, before)) - 1)] = 1;
            }
        }
        return weights;
    }

    /** The place of the baseline that erred least, from 1. */
    private static int best(double[][] errors) {
        int best = 1;
        for (int model = 2; model < errors.length; model++) {
            best = mean(errors[model]) < mean(errors[best]) ? model : best;
        }
        return best;
    }

    private static double mean(double[] errors) {
        return known(errors).average().orElse(Double.POSITIVE_INFINITY);
    }

    private static DoubleStream known(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value));
    }

    private boolean isWorse(int band, int before) {
        double[][] all = errors.of(band, FIRST_MIXED, before);
        double[] baseline = all[best(errors.of(band, 0, before))];
        double[] lost = new double[baseline.length];
        for (int origin = 0; origin < lost.length; origin++) {
            lost[origin] = all[0][origin] - baseline[origin];
        }
        double[] known = known(lost).toArray();
        return known.length > 1 && mean(known) > standardError(known, band);
    }

    private double standardError(double[] lost, int band) {
        double mean = mean(lost);
        double spread = Arrays.stream(lost).map(one -> (one - mean) * (one - mean)).sum();
        double times = lost.length / Math.max(1, FoldErrors.end(bands, band) / apart);
        return Math.sqrt(spread / (lost.length - 1) / Math.max(1, times));
    }
}

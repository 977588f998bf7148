package town.nagar.forecast.rollout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import town.nagar.forecast.registry.release.PairedBootstrap;
import town.nagar.forecast.registry.release.WalkForward;
import town.nagar.forecast.training.FoldErrors;
import town.nagar.forecast.training.FoldErrors.Stretch;

/** Turns the folds' errors into the evidence that the gate judges. */
final class Proof {
    private static final String MEASURE = "mae";

    private Proof() {}

    /**
     * The evidence; empty if at no origin forecasts of all horizons could be held against truths.
     *
     * @param seed of the bootstrap's draws
     */
    static Optional<WalkForward> of(FoldErrors errors, long seed) {
        int origins = errors.together().own().size();
        return origins == 0
                ? Optional.empty()
                : Optional.of(
                        new WalkForward(
                                errors.step(),
                                MEASURE,
                                origins,
                                errors.stretches().stream().map(one -> horizon(one, seed)).toList(),
                                horizon(errors.together(), seed)));
    }

    private static WalkForward.Horizon horizon(Stretch stretch, long seed) {
        double[] own = array(stretch.own());
        Map<String, List<Double>> byName = new TreeMap<>(stretch.baselines());
        return new WalkForward.Horizon(
                stretch.horizon(),
                mean(stretch.own()),
                stretch.coverage80Percent(),
                stretch.coverage95Percent(),
                byName.entrySet().stream()
                        .map(one ->
                                PairedBootstrap.compare(
                                        one.getKey(),
                                        own,
                                        array(one.getValue()),
                                        stretch.overlap(),
                                        seed))
                        .toList());
    }

    private static double[] array(List<Double> errors) {
        return errors.stream().mapToDouble(error -> error).toArray();
    }

    private static double mean(List<Double> errors) {
        return errors.stream().mapToDouble(error -> error).average().orElse(Double.NaN);
    }
}

package town.nagar.forecast.rollout;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import town.nagar.forecast.registry.release.HeldShare;
import town.nagar.forecast.registry.release.PairedBootstrap;
import town.nagar.forecast.registry.release.WalkForward;
import town.nagar.forecast.registry.release.WalkForward.Chance;
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
        double[] held80 = array(stretch.held80Percents());
        double[] held95 = array(stretch.held95Percents());
        Map<String, List<Double>> byName = new TreeMap<>(stretch.baselines());
        return new WalkForward.Horizon(
                stretch.horizon(),
                mean(own),
                mean(held80),
                mean(held95),
                chance(held80, stretch.overlap(), seed),
                chance(held95, stretch.overlap(), seed),
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

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(value -> value).toArray();
    }

    /** 0 if nothing is known. */
    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    /** Nothing if nothing is known. */
    private static @Nullable Chance chance(double[] percents, int overlap, long seed) {
        return percents.length == 0 ? null : HeldShare.chance(percents, overlap, seed);
    }
}

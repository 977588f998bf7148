package town.nagar.forecast.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import town.nagar.forecast.explain.Contribution;
import town.nagar.forecast.explain.Explanation;
import town.nagar.forecast.explain.SequenceShap;
import town.nagar.forecast.feature.FeatureSet;

/**
 * What groups of a net's numbers add to one of its forecasts: Shapley values, exact for up to seven
 * groups.
 *
 * <p>What a group would be if it were not known is taken from {@value #PAST} earlier origins of the
 * same series, evenly over what is known of it, as many steps ahead.
 */
final class LstmReasons {
    static final int PAST = 24;
    private static final int COALITIONS = 126;
    private static final long SEED = 1;

    private final LstmNet net;
    private final FeatureSet features;
    private final LstmInput input;

    LstmReasons(LstmNet net, FeatureSet features) {
        this.net = net;
        this.features = features;
        this.input = new LstmInput(features);
    }

    /** The reasons in the series' unit; empty where the net says nothing or too little is known. */
    Optional<Explanation> of(int series, int origin, int step) {
        float[][][] past = past(series, origin, step);
        if (past.length == 0 || !input.isUsable(series, origin)) {
            return Optional.empty();
        }
        var shap =
                new SequenceShap(
                        asked -> net.say(List.of(asked)), input.groups(), past, COALITIONS);
        Explanation distance =
                shap.explain(input.of(series, origin, origin + step), new SplittableRandom(SEED));
        return Optional.of(inUnit(distance, series, origin, step));
    }

    private float[][][] past(int series, int origin, int step) {
        int first = LstmInput.firstOrigin(features);
        int apart = Math.max(1, (origin - first) / PAST);
        List<float[][]> past = new ArrayList<>();
        for (int at = origin - apart; at >= first && past.size() < PAST; at -= apart) {
            if (input.isUsable(series, at)) {
                past.add(input.of(series, at, at + step));
            }
        }
        return past.toArray(float[][][]::new);
    }

    /** From distances to the base in units of scale. */
    private Explanation inUnit(Explanation distance, int series, int origin, int step) {
        double base = features.base(series, origin, origin + step);
        double scale = features.scale(series, origin);
        return new Explanation(
                distance.method(),
                base + scale * distance.usual(),
                base + scale * distance.forecast(),
                distance.contributions().stream()
                        .map(each -> new Contribution(each.feature(), scale * each.effect()))
                        .toList());
    }
}

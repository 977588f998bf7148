package town.nagar.forecast.model;

import java.util.ArrayList;
import java.util.List;
import town.nagar.forecast.explain.Contribution;
import town.nagar.forecast.explain.Explanation;
import town.nagar.forecast.feature.FeatureSet;

/** What features add to a forecast: one slot a feature, then what is said knowing none. */
final class Parts {
    private Parts() {}

    static void add(double[] parts, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += parts[i];
        }
    }

    /**
     * Parts of a distance to the base, in units of scale, as an explanation in the series' unit.
     */
    static Explanation of(
            String method, FeatureSet features, int series, int origin, int step, double[] parts) {
        double scale = features.scale(series, origin);
        List<Contribution> contributions = new ArrayList<>();
        double usual =
                features.base(series, origin, origin + step) + scale * parts[parts.length - 1];
        double forecast = usual;
        for (int i = 0; i < parts.length - 1; i++) {
            double effect = scale * parts[i];
            contributions.add(new Contribution(features.names().get(i), effect));
            forecast += effect;
        }
        return new Explanation(method, usual, forecast, contributions);
    }
}

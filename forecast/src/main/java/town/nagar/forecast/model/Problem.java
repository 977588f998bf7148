package town.nagar.forecast.model;

import town.nagar.forecast.feature.FeatureSet;
import town.nagar.forecast.series.Panel;

/**
 * What is to be forecast.
 *
 * @param features of the panel, whose grid reaches to the last target
 * @param horizon steps, at least 1
 * @param phases which places of an origin within the cycle will be asked for
 * @param taste how a domain's errors count
 * @param seed of all chance
 */
public record Problem(FeatureSet features, int horizon, Phases phases, Taste taste, long seed) {
    public Panel panel() {
        return features.panel();
    }
}

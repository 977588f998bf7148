package town.nagar.forecast.featurestore.offline;

import java.util.List;
import town.nagar.forecast.feature.Feature;
import town.nagar.forecast.feature.FeatureView;

/** A view of the same name that was defined otherwise. */
final class OtherVersion {
    private OtherVersion() {}

    static FeatureView of(FeatureView view, List<Feature> features) {
        return new FeatureView(
                view.name(),
                view.entity(),
                view.source(),
                view.pushSource(),
                view.ttl().plusSeconds(1),
                features,
                "");
    }
}

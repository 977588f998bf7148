package town.nagar.forecast.feature;

import java.util.List;

/** Features of one or several views that are asked for by one name. */
public record FeatureService(String name, List<FeatureRef> features, String description) {
    public FeatureService {
        features = List.copyOf(features);
    }

    /** Changes whenever anything in the definition or in those of its views does. */
    public String version() {
        return Versions.of(
                name
                        + features.stream()
                                .map(ref -> ref.words() + "@" + ref.view().version())
                                .toList());
    }
}

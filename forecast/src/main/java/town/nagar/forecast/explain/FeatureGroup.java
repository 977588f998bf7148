package town.nagar.forecast.explain;

import java.util.List;

/**
 * Features that are one reason to people, such as the sine and cosine of the hour.
 *
 * @param features their places in a step
 */
public record FeatureGroup(String name, List<Integer> features) {
    public FeatureGroup {
        features = List.copyOf(features);
    }
}

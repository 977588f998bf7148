package town.nagar.forecast.feature;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Features that are known together of one entity.
 *
 * @param source the measure whose places it tells of, such as {@code traffic.vehicle_count}; empty
 *     if it is pushed
 * @param pushSource who pushes it; empty if it is computed
 * @param ttl after which a value is too old to be used
 * @param features those of weather named for any covariate
 */
public record FeatureView(
        String name,
        Entity entity,
        String source,
        String pushSource,
        Duration ttl,
        List<Feature> features,
        String description) {
    public FeatureView {
        features = List.copyOf(features);
    }

    /** The features that are kept of each entity: all but those of weather, which no store has. */
    public List<Feature> kept() {
        return features.stream()
                .filter(one -> !(one.transformation() instanceof Transformation.Weather))
                .toList();
    }

    public boolean isPushed() {
        return !pushSource.isEmpty();
    }

    /** A kept feature of this name. */
    public Optional<Feature> find(String feature) {
        return kept().stream().filter(one -> one.name().equals(feature)).findFirst();
    }

    /** Changes whenever anything in the definition does, save descriptions. */
    public String version() {
        return Versions.of(
                List.of(
                                name,
                                entity.joinKey(),
                                entity.type(),
                                source,
                                pushSource,
                                ttl,
                                features.stream().map(Feature::rule).toList())
                        .toString());
    }
}

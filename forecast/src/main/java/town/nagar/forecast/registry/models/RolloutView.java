package town.nagar.forecast.registry.models;

import java.util.List;
import java.util.Map;
import town.nagar.forecast.registry.release.Release;

/** Tells where a model's versions are on their way into service. */
@FunctionalInterface
public interface RolloutView {
    /** Where nothing leads versions on. */
    RolloutView NONE = (_, _) -> Map.of();

    /**
     * The way of a model's versions, as /v1/models shows it.
     *
     * @param releases all of the model
     */
    Map<String, Object> of(String model, List<Release> releases);
}

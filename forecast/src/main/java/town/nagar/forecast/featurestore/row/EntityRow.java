package town.nagar.forecast.featurestore.row;

import java.time.Instant;
import java.util.List;

/**
 * The features of one entity.
 *
 * @param entity the join key's value
 * @param at when they were known
 * @param values one a kept feature of the view, in its order
 */
public record EntityRow(FeatureValue entity, Instant at, List<FeatureValue> values) {
    public EntityRow {
        values = List.copyOf(values);
    }
}

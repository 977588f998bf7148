package town.nagar.forecast.feature;

/**
 * What features are told of.
 *
 * @param joinKey the column that names one
 * @param type of the join key, STRING or INT64
 */
public record Entity(String name, String joinKey, Feature.Type type, String description) {}

package town.nagar.forecast.explain;

/**
 * What one feature, or group of features, adds to a forecast.
 *
 * @param effect in the forecast's unit; below 0 where it lowers
 */
public record Contribution(String feature, double effect) {}

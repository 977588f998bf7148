package town.nagar.forecast.registry.tracking;

/**
 * One value of a metric.
 *
 * @param value may be NaN or infinite
 * @param millis when it was logged, since 1970
 */
public record Metric(String key, double value, long millis, long step) {}

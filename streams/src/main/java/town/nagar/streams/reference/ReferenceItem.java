package town.nagar.streams.reference;

/**
 * One record of the reference topic.
 *
 * @param key {@code sensor/ID} or {@code place/ID}
 * @param offset where in its partition; of one key the greatest counts
 * @param json the sensor or place; empty if it was removed
 */
public record ReferenceItem(String key, long offset, String json) {}

package town.nagar.forecast.registry.catalogue;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model of which there are versions.
 *
 * @param createdMillis since 1970
 * @param updatedMillis since 1970
 * @param aliases version by alias
 */
public record RegisteredModel(
        String name,
        long createdMillis,
        long updatedMillis,
        String description,
        Map<String, String> tags,
        Map<String, Integer> aliases) {
    public RegisteredModel {
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
        aliases = Collections.unmodifiableMap(new TreeMap<>(aliases));
    }
}

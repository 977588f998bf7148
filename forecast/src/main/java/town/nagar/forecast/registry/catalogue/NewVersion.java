package town.nagar.forecast.registry.catalogue;

import java.util.Map;

/**
 * A version to be registered.
 *
 * @param source URI of its file
 * @param runId the run that made it; empty if unknown
 * @param user who registers it
 */
public record NewVersion(
        String name,
        String source,
        String runId,
        String runLink,
        String description,
        Map<String, String> tags,
        String user) {
    public NewVersion {
        tags = Map.copyOf(tags);
    }
}

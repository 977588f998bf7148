package town.nagar.forecast.registry.catalogue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One version of a model.
 *
 * @param version from 1
 * @param createdMillis since 1970
 * @param updatedMillis since 1970
 * @param source URI of its file
 * @param runId the run that made it; empty if unknown
 */
public record ModelVersion(
        String name,
        int version,
        long createdMillis,
        long updatedMillis,
        String user,
        MlflowStage stage,
        String description,
        String source,
        String runId,
        String runLink,
        Map<String, String> tags,
        List<String> aliases) {
    public ModelVersion {
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
        aliases = List.copyOf(aliases);
    }
}

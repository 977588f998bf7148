package town.nagar.forecast.registry.release;

/**
 * A version to be registered.
 *
 * @param source URI of its file
 * @param runId the run that made it; empty if none was logged
 */
public record NewRelease(
        String model, String source, String runId, String description, Lineage lineage) {}

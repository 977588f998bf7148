package town.nagar.forecast.registry.release;

import town.nagar.forecast.registry.catalogue.ModelVersion;

/**
 * A version with what is ours.
 *
 * @param replaced the version whose place it took in production; 0 for none
 */
public record Release(
        ModelVersion version, SemanticVersion number, Stage stage, Lineage lineage, int replaced) {}

package town.nagar.forecast.serving;

import town.nagar.forecast.registry.release.Stage;

/**
 * What a forecast stands on.
 *
 * @param model such as {@code ensemble} or a baseline's name
 * @param version of the model; empty for a baseline
 * @param stage canary or production
 * @param confirmed whether the registry said so when it was last asked
 * @param reason why a baseline speaks in place of the model; empty if the model speaks
 * @param storedSteps values of the place's memory that are stored
 * @param generatedSteps values that simulated sensors would have given before that
 */
record Basis(
        String model,
        String version,
        Stage stage,
        boolean confirmed,
        String reason,
        int storedSteps,
        int generatedSteps) {
    boolean degraded() {
        return !reason.isEmpty();
    }
}

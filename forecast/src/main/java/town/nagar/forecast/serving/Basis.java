package town.nagar.forecast.serving;

/**
 * What a forecast stands on.
 *
 * @param model such as {@code ensemble} or a baseline's name
 * @param version of the model; empty for a baseline
 * @param reason why a baseline speaks in place of the model; empty if the model speaks
 * @param storedSteps values of the place's memory that are stored
 * @param generatedSteps values that simulated sensors would have given before that
 */
record Basis(String model, String version, String reason, int storedSteps, int generatedSteps) {
    boolean degraded() {
        return !reason.isEmpty();
    }
}

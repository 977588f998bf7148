package town.nagar.engine.uncertainty;

import town.nagar.engine.random.Chance;

/** A town, with or without a policy, that turns inputs and chance into outputs. */
@FunctionalInterface
public interface TownModel {
    /**
     * Runs the town once. It may keep scratch arrays, as no two threads share a model, but must
     * remember nothing from one run to the next.
     *
     * @param chance of this run; baseline and policy are handed the same
     * @param inputs one value a factor; not to be changed
     * @param outputs one slot an output, to be filled
     */
    void run(Chance chance, double[] inputs, double[] outputs);
}

package town.nagar.simulation;

/**
 * Where a simulation runs.
 *
 * @param processors threads if nothing else is asked
 * @param memoryBytes that runs may fill
 * @param terminal whether a person watches the standard error
 */
public record Machine(int processors, long memoryBytes, boolean terminal) {}

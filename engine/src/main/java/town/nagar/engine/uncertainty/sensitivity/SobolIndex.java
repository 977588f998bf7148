package town.nagar.engine.uncertainty.sensitivity;

import town.nagar.engine.uncertainty.Interval;

/**
 * One factor's share of the output's variance. Estimates may leave 0 to 1 by their error.
 *
 * @param factor its name
 * @param first share of the factor alone
 * @param firstInterval percentile bootstrap of {@code first}
 * @param total share of the factor with all its interactions
 * @param totalInterval percentile bootstrap of {@code total}
 */
public record SobolIndex(
        String factor,
        double first,
        Interval firstInterval,
        double total,
        Interval totalInterval) {}

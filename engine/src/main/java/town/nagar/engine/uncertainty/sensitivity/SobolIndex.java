package town.nagar.engine.uncertainty.sensitivity;

import town.nagar.engine.uncertainty.Interval;

/**
 * One factor's share of the output's variance. Estimates may leave 0 to 1 by their error. Intervals
 * come from resampling the base points; of Sobol points, which err less than independent ones, they
 * are wider than need be.
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

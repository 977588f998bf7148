package town.nagar.simulation.results;

import town.nagar.engine.town.TownResult;
import town.nagar.engine.uncertainty.Interval;

/**
 * A figure and between what it lies.
 *
 * @param value NaN if it is not known; then so are the others
 */
record Estimated(double value, double low, double high) {
    static final Estimated UNKNOWN = new Estimated(Double.NaN, Double.NaN, Double.NaN);

    /** Policy less baseline, in the measure's unit. */
    static Estimated difference(TownResult.Estimate estimate) {
        Interval interval = estimate.difference().meanInterval();
        return new Estimated(estimate.difference().mean(), interval.low(), interval.high());
    }

    /** How much lower it is with the policy, in percent of the baseline; unknown of a zero one. */
    static Estimated reductionPercent(TownResult.Estimate estimate) {
        double baseline = estimate.baseline().mean();
        return baseline == 0 ? UNKNOWN : difference(estimate).times(-100 / baseline);
    }

    boolean isKnown() {
        return !Double.isNaN(value);
    }

    /** Whether all of it lies on one side of 0. */
    boolean differsFromZero() {
        return low > 0 || high < 0;
    }

    Estimated times(double factor) {
        double one = low * factor;
        double other = high * factor;
        return new Estimated(value * factor, Math.min(one, other), Math.max(one, other));
    }

    /** The product with a factor that is itself known only between two positive bounds. */
    Estimated times(double factor, double least, double most) {
        double lowest = Math.min(low * least, low * most);
        double highest = Math.max(high * least, high * most);
        return new Estimated(value * factor, lowest, highest);
    }

    Estimated plus(Estimated other) {
        return new Estimated(value + other.value, low + other.low, high + other.high);
    }

    Estimated minus(double amount) {
        return new Estimated(value - amount, low - amount, high - amount);
    }
}

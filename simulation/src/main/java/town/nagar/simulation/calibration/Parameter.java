package town.nagar.simulation.calibration;

/**
 * A number of a model that history is to tell.
 *
 * @param name with its unit
 * @param start where the search begins, between the bounds
 */
public record Parameter(String name, double low, double high, double start) {
    /**
     * @throws IllegalArgumentException unless the bounds are finite and ascend and hold the start
     */
    public Parameter {
        if (!(low < high && Double.isFinite(high - low) && low <= start && start <= high)) {
            throw new IllegalArgumentException(
                    "parameter '%s' from %s to %s, start %s; allowed are finite bounds that ascend and hold the start"
                            .formatted(name, low, high, start));
        }
    }

    /** The place of a value between the bounds, 0 to 1. */
    double share(double value) {
        return (value - low) / (high - low);
    }

    double atShare(double share) {
        return low + share * (high - low);
    }
}

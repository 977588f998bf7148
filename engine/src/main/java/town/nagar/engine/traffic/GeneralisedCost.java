package town.nagar.engine.traffic;

/**
 * What a driver minds: time + tollFactor x toll + distanceFactor x length, in the network's unit of
 * time.
 *
 * @param tollFactor time a unit of toll is worth; not negative
 * @param distanceFactor time a unit of length is worth; not negative
 */
public record GeneralisedCost(double tollFactor, double distanceFactor) {
    /** Time alone. */
    public static final GeneralisedCost TIME = new GeneralisedCost(0, 0);

    /**
     * @throws IllegalArgumentException naming the factor, its value and what is allowed
     */
    public GeneralisedCost {
        requireNotNegative("toll factor", tollFactor);
        requireNotNegative("distance factor", distanceFactor);
    }

    private static void requireNotNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "%s is %s; allowed are numbers from 0".formatted(name, value));
        }
    }
}

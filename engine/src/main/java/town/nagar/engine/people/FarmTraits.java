package town.nagar.engine.people;

/**
 * How farms decide, the same for all.
 *
 * @param adjustment b of the expected price E' = E + b (P - E), 0 to 1
 * @param spoilage share of a held harvest lost in a day, 0 to less than 1
 * @param holdingDays over which a farm looks ahead when it holds, 1 or more
 * @param supplyElasticity of the area to the expected price, 0 or more
 * @param yieldSpread standard deviation of a harvest's logarithm, 0 or more
 */
public record FarmTraits(
        double adjustment,
        double spoilage,
        int holdingDays,
        double supplyElasticity,
        double yieldSpread) {
    /**
     * @throws IllegalArgumentException if a number is out of its range
     */
    public FarmTraits {
        boolean shares = adjustment >= 0 && adjustment <= 1 && spoilage >= 0 && spoilage < 1;
        if (!shares || holdingDays < 1 || !(supplyElasticity >= 0) || !(yieldSpread >= 0)) {
            throw new IllegalArgumentException(
                    "adjustment %s, spoilage %s, holding days %d, elasticity %s, spread %s; allowed are 0 to 1, 0 to 1, from 1, from 0, from 0"
                            .formatted(
                                    adjustment,
                                    spoilage,
                                    holdingDays,
                                    supplyElasticity,
                                    yieldSpread));
        }
    }

    /** What remains of a unit held as long as a farm looks ahead. */
    double kept() {
        return StrictMath.pow(1 - spoilage, holdingDays);
    }
}

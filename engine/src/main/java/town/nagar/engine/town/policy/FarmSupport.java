package town.nagar.engine.town.policy;

/**
 * What the state does for farms.
 *
 * @param supportPriceFactor of the minimum support prices, 0 to 10
 * @param procuredShareAdded to the share of arrivals the state buys, -1 to 1
 * @param rupeesPerHectare paid to farms in a season, from 0
 * @param storeFactor of the farms' stores, 0 to 100
 * @param irrigationFactor of the water of a season, 0 to 100
 * @param irrigatedShareAdded to the share of irrigated land, -1 to 1
 */
public record FarmSupport(
        double supportPriceFactor,
        double procuredShareAdded,
        double rupeesPerHectare,
        double storeFactor,
        double irrigationFactor,
        double irrigatedShareAdded) {
    /** As ever. */
    public static final FarmSupport NONE = new FarmSupport(1, 0, 0, 1, 1, 0);

    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public FarmSupport {
        Checks.requireBetween("farms: support price factor", supportPriceFactor, 0, 10);
        Checks.requireBetween("farms: procured share added", procuredShareAdded, -1, 1);
        Checks.requireBetween("farms: rupees a hectare", rupeesPerHectare, 0, 1e7);
        Checks.requireBetween("farms: store factor", storeFactor, 0, 100);
        Checks.requireBetween("farms: irrigation factor", irrigationFactor, 0, 100);
        Checks.requireBetween("farms: irrigated share added", irrigatedShareAdded, -1, 1);
    }
}

package town.nagar.engine.town.policy;

import java.util.List;

/**
 * What changes about the water.
 *
 * @param supply later ones hold where several concern a zone
 * @param leakFactor what leaks are multiplied by, 0 to 10; below 1 is repair
 * @param productionFactor what the sources give, 0 to 10; below 1 is drought
 * @param demandFactor of use a head, 0 to 10
 */
public record WaterChange(
        List<SupplyChange> supply,
        double leakFactor,
        double productionFactor,
        double demandFactor) {
    /** As ever. */
    public static final WaterChange NONE = new WaterChange(List.of(), 1, 1, 1);

    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public WaterChange {
        supply = List.copyOf(supply);
        Checks.requireBetween("water: leak factor", leakFactor, 0, 10);
        Checks.requireBetween("water: production factor", productionFactor, 0, 10);
        Checks.requireBetween("water: demand factor", demandFactor, 0, 10);
    }
}

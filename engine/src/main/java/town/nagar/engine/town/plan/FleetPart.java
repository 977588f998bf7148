package town.nagar.engine.town.plan;

import town.nagar.engine.people.Fuel;
import town.nagar.engine.people.VehicleClass;

/**
 * A part of the agents' vehicles.
 *
 * @param bharatStage emission standard: 3 (and older), 4 or 6
 * @param share of all vehicles, 0 to 1
 */
public record FleetPart(VehicleClass kind, Fuel fuel, int bharatStage, double share) {
    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public FleetPart {
        Ranges.requireBetween("Bharat Stage", bharatStage, 0, 6);
        Ranges.requireBetween("share of the fleet", share, 0, 1);
    }
}

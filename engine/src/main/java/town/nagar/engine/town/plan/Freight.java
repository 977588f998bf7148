package town.nagar.engine.town.plan;

import town.nagar.engine.traffic.mixed.DayProfile;
import town.nagar.norms.traffic.VehicleClass;

/**
 * Vehicles that go from zone to zone and belong to no agent: lorries, through traffic.
 *
 * @param fromZone index of a zone
 * @param toZone index of another
 * @param kind what they are
 * @param vehiclesPerDay from 0
 * @param profile when they start
 */
public record Freight(
        int fromZone, int toZone, VehicleClass kind, double vehiclesPerDay, DayProfile profile) {
    /**
     * @throws IllegalArgumentException if the number is out of range
     */
    public Freight {
        Ranges.requireBetween("freight, vehicles a day", vehiclesPerDay, 0, 1e7);
    }
}

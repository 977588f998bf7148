package town.nagar.engine.town.policy;

import java.util.Set;

/**
 * Roads that are widened, narrowed, re-signalled or slowed.
 *
 * @param roads ids of the plan's roads; none stands for all
 * @param capacityFactor what their capacity is multiplied by, 0.01 to 10
 * @param speedLimitKmPerHour most that they are driven at, 1 to 200; 200 changes nothing
 * @param siltFactor what dust on them is multiplied by, as by sweeping, 0 to 10
 */
public record RoadChange(
        Set<String> roads, double capacityFactor, double speedLimitKmPerHour, double siltFactor) {
    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public RoadChange {
        roads = Set.copyOf(roads);
        Checks.requireBetween("roads: capacity factor", capacityFactor, 0.01, 10);
        Checks.requireBetween("roads: speed limit, km/h", speedLimitKmPerHour, 1, 200);
        Checks.requireBetween("roads: silt factor", siltFactor, 0, 10);
    }

    /** Whether a road is among them. */
    public boolean concerns(String road) {
        return roads.isEmpty() || roads.contains(road);
    }
}

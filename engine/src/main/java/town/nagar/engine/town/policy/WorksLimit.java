package town.nagar.engine.town.policy;

import java.util.Set;
import town.nagar.engine.town.plan.HourSet;

/**
 * What works may emit.
 *
 * @param zones indices of the zones they stand in; none stands for all
 * @param hours when it holds
 * @param factor what their emission is multiplied by then, 0 to 10
 */
public record WorksLimit(Set<Integer> zones, HourSet hours, double factor) {
    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public WorksLimit {
        zones = Set.copyOf(zones);
        Checks.requireBetween("works: factor", factor, 0, 10);
    }

    /** Whether works in a zone are among them. */
    public boolean concerns(int zone) {
        return zones.isEmpty() || zones.contains(zone);
    }
}

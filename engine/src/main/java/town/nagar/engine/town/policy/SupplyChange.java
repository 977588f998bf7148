package town.nagar.engine.town.policy;

import java.util.Set;
import town.nagar.engine.town.plan.HourSet;

/**
 * When water comes and how hard.
 *
 * @param zones indices; none stands for all
 * @param hours when their valves are open, in place of the plan's
 * @param pressureFactor what the flow a zone's valves let through is multiplied by, 0.01 to 1
 */
public record SupplyChange(Set<Integer> zones, HourSet hours, double pressureFactor) {
    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public SupplyChange {
        zones = Set.copyOf(zones);
        Checks.requireBetween("supply: pressure factor", pressureFactor, 0.01, 1);
    }

    /** Whether a zone is among them. */
    public boolean concerns(int zone) {
        return zones.isEmpty() || zones.contains(zone);
    }
}

package town.nagar.simulation;

import java.util.List;
import town.nagar.engine.town.plan.TownPlan;

/**
 * A town ready to be simulated.
 *
 * @param fingerprint differs between any two towns; part of the hash of a simulation's inputs
 * @param assumptions what was not known of it and was assumed
 */
public record PlannedTown(TownPlan plan, String fingerprint, List<String> assumptions) {
    public PlannedTown {
        assumptions = List.copyOf(assumptions);
    }
}

package town.nagar.engine.town.policy;

import java.util.Set;
import town.nagar.engine.people.Fuel;
import town.nagar.engine.people.VehicleClass;
import town.nagar.engine.town.plan.HourSet;

/**
 * A rule by number plate: on odd days of the month plates with an even last digit stay at home, and
 * the other way round.
 *
 * @param classes it binds
 * @param exemptFuels it does not bind
 * @param exemptShare of the bound vehicles that go on nevertheless with leave, such as of women who
 *     drive alone, 0 to 1
 * @param hours when it holds
 * @param onSundays whether it holds on Sundays too
 * @param zones indices of the zones to and from which it binds trips; none stands for all
 * @param deterrence log-odds of obeying that fines and checks add, 0 to 50
 */
public record PlateLimit(
        Set<VehicleClass> classes,
        Set<Fuel> exemptFuels,
        double exemptShare,
        HourSet hours,
        boolean onSundays,
        Set<Integer> zones,
        double deterrence) {
    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public PlateLimit {
        classes = Set.copyOf(classes);
        exemptFuels = Set.copyOf(exemptFuels);
        zones = Set.copyOf(zones);
        Checks.requireBetween("plate limit: exempt share", exemptShare, 0, 1);
        Checks.requireBetween("plate limit: deterrence", deterrence, 0, 50);
    }

    /** Whether a kind of vehicle is bound. */
    public boolean binds(VehicleClass kind, Fuel fuel) {
        return classes.contains(kind) && !exemptFuels.contains(fuel);
    }

    /** Whether a trip between two zones is bound. */
    public boolean concerns(int home, int work) {
        return zones.isEmpty() || zones.contains(home) || zones.contains(work);
    }
}

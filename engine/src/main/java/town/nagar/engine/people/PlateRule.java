package town.nagar.engine.people;

import java.util.Set;

/**
 * A rule by number plate: in its hours, on days of the month whose last digit is odd, plates with
 * an even last digit stay at home, and the other way round.
 *
 * @param fromHour of the day, 0 to 23
 * @param untilHour of the day, after {@code fromHour}, up to 24; itself free again
 * @param classes it holds for
 * @param exemptFuels it does not hold for
 */
public record PlateRule(
        int fromHour, int untilHour, Set<VehicleClass> classes, Set<Fuel> exemptFuels) {
    /** A rule for no vehicle. */
    public static final PlateRule NONE = new PlateRule(0, 24, Set.of(), Set.of());

    /**
     * @throws IllegalArgumentException unless 0 &lt;= from &lt; until &lt;= 24
     */
    public PlateRule {
        if (fromHour < 0 || fromHour >= untilHour || untilHour > 24) {
            throw new IllegalArgumentException(
                    "rule from hour %d until %d; allowed are hours of 0 to 24 that ascend"
                            .formatted(fromHour, untilHour));
        }
        classes = Set.copyOf(classes);
        exemptFuels = Set.copyOf(exemptFuels);
    }

    /** Whether a class (by ordinal) and fuel (by ordinal) are bound by the rule. */
    boolean binds(int vehicleClass, int fuel) {
        return classes.contains(VehicleClass.of(vehicleClass))
                && !exemptFuels.contains(Fuel.of(fuel));
    }

    boolean isOn(int hourOfDay) {
        return fromHour <= hourOfDay && hourOfDay < untilHour;
    }
}

package town.nagar.engine.traffic.mixed;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * A rule that keeps vehicles off the roads; a row of data, see {@link RestrictionFile}.
 *
 * @param name for messages and results
 * @param kinds names of the kinds of vehicle it addresses
 * @param times when it holds
 * @param zones trips that start or end in one of these are addressed; all trips if there is none
 * @param plates which of the addressed vehicles are barred on a day
 * @param exemptShares by kind, the share of vehicles that may go all the same (emergency, electric,
 *     public transport and so on together); 0 to 1
 * @param compliance share of barred vehicles that obey; 0 to 1
 * @param replacedBy by kind, how many vehicles of it go instead of one that obeys; not negative
 */
public record Restriction(
        String name,
        Set<String> kinds,
        Times times,
        Set<Integer> zones,
        Plates plates,
        Map<String, Double> exemptShares,
        double compliance,
        Map<String, Double> replacedBy) {
    /**
     * @throws IllegalArgumentException naming the rule, the value and what is allowed
     */
    public Restriction {
        kinds = Set.copyOf(kinds);
        zones = Set.copyOf(zones);
        exemptShares = Map.copyOf(exemptShares);
        replacedBy = Map.copyOf(replacedBy);
        requireBetween(name, "compliance", compliance, 1);
        exemptShares.forEach(
                (kind, share) -> requireBetween(name, "exempt share of " + kind, share, 1));
        replacedBy.forEach((kind, number) ->
                requireBetween(name, "replacement by " + kind, number, Double.MAX_VALUE));
    }

    private static void requireBetween(String name, String field, double value, double most) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException(
                    "%s of restriction '%s' is %s; allowed are numbers from 0%s"
                            .formatted(field, name, value, most == 1 ? " to 1" : ""));
        }
    }

    /** Whether trips between these zones are addressed. */
    public boolean concerns(int from, int to) {
        return zones.isEmpty() || zones.contains(from) || zones.contains(to);
    }

    /**
     * Share of the trips of a kind that stay away in an hour, of those it concerns by zone.
     *
     * @param hour 0 to 23
     */
    public double stayingAway(String kind, LocalDate day, int hour) {
        if (!kinds.contains(kind)) {
            return 0;
        }
        double barred = plates.barredShare(day) * (1 - exemptShares.getOrDefault(kind, 0.0));
        return times.shareOf(day, hour) * barred * compliance;
    }
}

package town.nagar.engine.traffic.mixed;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import town.nagar.engine.traffic.TripTable;

/**
 * Trips of all kinds of vehicle, hour by hour, under the restrictions in force.
 *
 * <p>Each restriction takes its share of what earlier ones left. Vehicles that go instead of others
 * are not restricted again. Trips within a zone are left out.
 */
public final class MixedDemand {
    private final List<DailyTrips> daily;
    private final List<Restriction> restrictions;
    private final int zones;

    private MixedDemand(List<DailyTrips> daily, List<Restriction> restrictions) {
        this.daily = daily;
        this.restrictions = restrictions;
        this.zones = daily.getFirst().vehicles().zones();
    }

    /**
     * Demand by kind of vehicle with the rules to come.
     *
     * @param daily one entry a kind
     * @param restrictions in the order in which they take their share; none for the baseline
     * @throws IllegalArgumentException if a kind is there twice, zones differ, or a restriction
     *     names a kind or zone that is not there
     */
    public static MixedDemand of(List<DailyTrips> daily, List<Restriction> restrictions) {
        if (daily.isEmpty()) {
            throw new IllegalArgumentException("no kind of vehicle; allowed is one or more");
        }
        var names = new LinkedHashSet<String>();
        int zones = daily.getFirst().vehicles().zones();
        for (DailyTrips trips : daily) {
            if (!names.add(trips.kind().name())) {
                throw new IllegalArgumentException(
                        "trips of %s are given twice".formatted(trips.kind().name()));
            }
            if (trips.vehicles().zones() != zones) {
                throw new IllegalArgumentException(
                        "trips of %s have %d zones, those before have %d"
                                .formatted(trips.kind().name(), trips.vehicles().zones(), zones));
            }
        }
        for (Restriction restriction : restrictions) {
            requireKnown(restriction, names, zones);
        }
        return new MixedDemand(List.copyOf(daily), List.copyOf(restrictions));
    }

    private static void requireKnown(Restriction restriction, Set<String> names, int zones) {
        var named = new LinkedHashSet<>(restriction.kinds());
        named.addAll(restriction.exemptShares().keySet());
        named.addAll(restriction.replacedBy().keySet());
        for (String kind : named) {
            if (!names.contains(kind)) {
                throw new IllegalArgumentException(
                        "restriction '%s' names the kind '%s'; allowed are %s"
                                .formatted(restriction.name(), kind, names));
            }
        }
        for (int zone : restriction.zones()) {
            if (zone < 1 || zone > zones) {
                throw new IllegalArgumentException(
                        "restriction '%s' names zone %d; allowed are 1 to %d"
                                .formatted(restriction.name(), zone, zones));
            }
        }
    }

    /**
     * The demand of one hour.
     *
     * @param hour 0 to 23
     * @throws IndexOutOfBoundsException if there is no such hour
     */
    public HourDemand at(LocalDate day, int hour) {
        List<TripTable.Builder> going =
                daily.stream().map(trips -> TripTable.builder(zones)).toList();
        var stayingAway = new LinkedHashMap<String, Double>();
        for (int kind = 0; kind < daily.size(); kind++) {
            stayingAway.put(name(kind), split(kind, day, hour, going));
        }
        List<TripTable> vehicles = going.stream().map(TripTable.Builder::build).toList();
        var byName = new LinkedHashMap<String, TripTable>();
        for (int kind = 0; kind < daily.size(); kind++) {
            byName.put(name(kind), vehicles.get(kind));
        }
        return new HourDemand(pcu(vehicles), byName, stayingAway);
    }

    private String name(int kind) {
        return daily.get(kind).kind().name();
    }

    /** Adds those who go, and what goes instead of those who stay away; returns how many stay. */
    private double split(int kind, LocalDate day, int hour, List<TripTable.Builder> going) {
        double share = daily.get(kind).profile().share(hour);
        var away = new double[restrictions.size()];
        Arrays.setAll(away, rule -> restrictions.get(rule).stayingAway(name(kind), day, hour));
        var staying = new double[1];
        daily.get(kind)
                .vehicles()
                .forEach((from, to, number) -> {
                    double left = number * share;
                    for (int rule = 0; rule < away.length; rule++) {
                        if (restrictions.get(rule).concerns(from, to)) {
                            replace(rule, from, to, left * away[rule], going);
                            left -= left * away[rule];
                        }
                    }
                    going.get(kind).add(from, to, left);
                    staying[0] += number * share - left;
                });
        return staying[0];
    }

    private void replace(
            int rule, int from, int to, double staying, List<TripTable.Builder> going) {
        Map<String, Double> replacedBy = restrictions.get(rule).replacedBy();
        for (int kind = 0; kind < going.size(); kind++) {
            double each = replacedBy.getOrDefault(name(kind), 0.0);
            going.get(kind).add(from, to, staying * each);
        }
    }

    /** All kinds together, each with the PCU of its share in the hour's stream. */
    private TripTable pcu(List<TripTable> vehicles) {
        double stream = 0;
        for (TripTable table : vehicles) {
            stream += table.interzonal();
        }
        var pcu = TripTable.builder(zones);
        for (int kind = 0; kind < vehicles.size(); kind++) {
            TripTable table = vehicles.get(kind);
            double each = stream > 0 ? daily.get(kind).kind().pcu(table.interzonal() / stream) : 0;
            table.forEach((from, to, number) -> pcu.add(from, to, number * each));
        }
        return pcu.build();
    }
}

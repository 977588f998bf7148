package town.nagar.engine.town;

import java.util.ArrayList;
import java.util.List;
import town.nagar.engine.people.Fuel;
import town.nagar.engine.town.plan.HourSet;
import town.nagar.engine.town.plan.Road;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.plan.Zone;
import town.nagar.engine.town.policy.Policy;
import town.nagar.engine.town.policy.RoadChange;
import town.nagar.engine.traffic.RoadLink;
import town.nagar.engine.traffic.RoadNetwork;
import town.nagar.norms.traffic.VehicleClass;

/** The roads under a policy, one slot in each array a road, and the buses that run on them. */
final class RoadState {
    /** Share of delay at capacity and its power: the Bureau's, as nothing local is measured. */
    static final double USUAL_DELAY = 0.15;

    private static final double POWER = 4;
    private static final double ACCESS_MINUTES = 1.5;
    private static final double LEAST_CAPACITY_SHARE = 0.4;
    private static final double BUS_TONNES = 12;

    /** Share of the usual buses that run in each hour of the day. */
    private static final double[] BUS_HOURS = {
        0, 0, 0, 0, 0, 0.3, 0.7, 1, 1.3, 1.3, 1.1, 1, 1, 1, 1, 1, 1.1, 1.3, 1.3, 1.1, 0.8, 0.5, 0.3,
        0
    };

    final int count;
    final double[] freeMinutes;
    final double[] km;
    final double[] freeKmPerHour;
    final double[] silt;

    /** What is left by buses, by hour of the day. */
    final double[][] capacity = new double[HourSet.HOURS_A_DAY][];

    /** Buses, dust-free figures: vehicles an hour on each road, by hour of the day. */
    final double[][] buses = new double[HourSet.HOURS_A_DAY][];

    final double busExhaustGramsPerKm = Exhaust.gramsPerKm("bus", Fuel.CNG, 6);
    final double busDustGramsPerKm = Exhaust.dustGramsPerKm(BUS_TONNES);

    private final TownPlan plan;

    RoadState(TownPlan plan, Policy policy, double busesPerHour) {
        this.plan = plan;
        count = plan.roads().size();
        freeMinutes = new double[count];
        km = new double[count];
        freeKmPerHour = new double[count];
        silt = new double[count];
        var whole = new double[count];
        for (int road = 0; road < count; road++) {
            Road one = plan.roads().get(road);
            double speed = one.freeKmPerHour();
            double carries = one.capacityPcuPerHour();
            double dust = one.siltGramsPerM2();
            for (RoadChange change : policy.roads()) {
                if (change.concerns(one.id())) {
                    speed = Math.min(speed, change.speedLimitKmPerHour());
                    carries *= change.capacityFactor();
                    dust *= change.siltFactor();
                }
            }
            km[road] = one.lengthMetres() / 1000;
            freeKmPerHour[road] = speed;
            freeMinutes[road] = km[road] / speed * 60;
            silt[road] = dust > 0 ? Exhaust.siltFactor(dust) : 0;
            whole[road] = carries;
        }
        for (int hour = 0; hour < HourSet.HOURS_A_DAY; hour++) {
            run(hour, busesPerHour, whole);
        }
    }

    /** Buses take their room off the capacity of their roads. */
    private void run(int hour, double busesPerHour, double[] whole) {
        buses[hour] = new double[count];
        capacity[hour] = new double[count];
        for (int road = 0; road < count; road++) {
            boolean served = plan.roads().get(road).kind().hasBuses();
            buses[hour][road] = served ? busesPerHour * BUS_HOURS[hour] : 0;
            double taken = buses[hour][road] * VehicleClass.HEAVY.pcu(0);
            capacity[hour][road] =
                    Math.max(LEAST_CAPACITY_SHARE * whole[road], whole[road] - taken);
        }
    }

    /** What an assignment takes: zones first, then the plan's nodes; roads first, then access. */
    RoadNetwork network(int hour) {
        int zones = plan.zones().size();
        List<RoadLink> links = new ArrayList<>();
        for (int road = 0; road < count; road++) {
            Road one = plan.roads().get(road);
            links.add(
                    new RoadLink(
                            zones + 1 + one.from(),
                            zones + 1 + one.to(),
                            capacity[hour][road],
                            km[road],
                            freeMinutes[road],
                            USUAL_DELAY,
                            POWER,
                            0));
        }
        for (int zone = 0; zone < zones; zone++) {
            Zone one = plan.zones().get(zone);
            for (int node : one.roadNodes()) {
                links.add(access(zone + 1, zones + 1 + node));
                links.add(access(zones + 1 + node, zone + 1));
            }
        }
        return RoadNetwork.of(zones, zones + plan.nodes().size(), zones + 1, links);
    }

    private static RoadLink access(int from, int to) {
        return new RoadLink(from, to, 0, 0, ACCESS_MINUTES, 0, 1, 0);
    }
}

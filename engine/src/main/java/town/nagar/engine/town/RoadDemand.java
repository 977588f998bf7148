package town.nagar.engine.town;

import town.nagar.engine.people.Mode;
import town.nagar.engine.town.plan.Freight;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.traffic.TripTable;
import town.nagar.norms.traffic.VehicleClass;

/** What citizens and freight want of the roads in an hour of a typical day, as tables of PCU. */
final class RoadDemand {
    /** Trips that give a pair without expected traffic a route. */
    private static final double TRACE = 1e-3;

    private final TownPlan plan;
    private final Travel travel;
    private final int zones;
    private final boolean[] used;

    RoadDemand(TownPlan plan, Agents agents, Travel travel) {
        this.plan = plan;
        this.travel = travel;
        zones = agents.zones;
        used = new boolean[zones * zones];
        markUsed(agents);
    }

    private void markUsed(Agents agents) {
        for (int citizen = 0; citizen < agents.citizens; citizen++) {
            used[pair(agents.home[citizen], agents.work[citizen])] = true;
            used[pair(agents.work[citizen], agents.home[citizen])] = true;
        }
        for (Freight one : plan.freight()) {
            used[pair(one.fromZone(), one.toZone())] = true;
        }
        int depot = ShopPlan.depot(plan);
        for (int zone = 0; zone < zones; zone++) {
            used[pair(depot, zone)] = true;
        }
    }

    private int pair(int from, int to) {
        return from * zones + to;
    }

    /**
     * Sets PCU by the classes' shares in the whole day's stream.
     *
     * @param vehicles by hour and, within it, pair and mode
     */
    void setPcu(double[][] vehicles) {
        var total = new double[Mode.COUNT];
        double stream = 0;
        for (double[] hour : vehicles) {
            for (int slot = 0; slot < hour.length; slot++) {
                total[slot % Mode.COUNT] += hour[slot];
                stream += hour[slot];
            }
        }
        double all = Math.max(stream, Double.MIN_NORMAL);
        set(Mode.TWO_WHEELER, VehicleClass.TWO_WHEELER, total, all);
        set(Mode.CAR, VehicleClass.CAR, total, all);
        set(Mode.AUTO_RICKSHAW, VehicleClass.AUTO, total, all);
    }

    private void set(Mode mode, VehicleClass kind, double[] total, double all) {
        int slot = mode.ordinal();
        travel.pcu[slot] = travel.vehicles[slot] * kind.pcu(total[slot] / all);
    }

    /**
     * PCU between the zones in an hour.
     *
     * @param vehicles by pair and mode
     */
    TripTable table(int hour, double[] vehicles) {
        var builder = TripTable.builder(zones);
        for (int from = 0; from < zones; from++) {
            for (int to = 0; to < zones; to++) {
                if (from != to) {
                    builder.add(from + 1, to + 1, pcu(pair(from, to), vehicles));
                }
            }
        }
        for (Freight one : plan.freight()) {
            double each = one.vehiclesPerDay() * one.profile().share(hour);
            if (one.fromZone() != one.toZone()) {
                builder.add(one.fromZone() + 1, one.toZone() + 1, each * one.kind().pcu(0));
            }
        }
        return builder.build();
    }

    private double pcu(int pair, double[] vehicles) {
        double pcu = used[pair] ? TRACE : 0;
        for (int mode = 0; mode < Mode.COUNT; mode++) {
            double each = travel.vehicles[mode] > 0 ? travel.pcu[mode] / travel.vehicles[mode] : 0;
            pcu += vehicles[pair * Mode.COUNT + mode] * each;
        }
        return pcu;
    }
}

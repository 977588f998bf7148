package town.nagar.engine.town;

import town.nagar.engine.people.Fuel;
import town.nagar.engine.town.plan.Freight;
import town.nagar.engine.town.plan.HourSet;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.norms.traffic.VehicleClass;

/** Lorries and through traffic on the roads by hour of the day: one slot in each array a road. */
final class Lorries {
    private static final double[] TONNES = {0.2, 1.2, 0.6, 3, 16, 4, 0.1, 0.3};

    /** PCU, exhaust and dust a km, vehicles. */
    final double[][] pcu = new double[HourSet.HOURS_A_DAY][];

    final double[][] exhaust = new double[HourSet.HOURS_A_DAY][];
    final double[][] dust = new double[HourSet.HOURS_A_DAY][];
    final double[][] vehicles = new double[HourSet.HOURS_A_DAY][];

    /** PCU of one delivery van, exhaust and dust of it on a km. */
    final double vanPcu = VehicleClass.LCV.pcu(0);

    final double vanExhaust = Exhaust.gramsPerKm("truck", Fuel.DIESEL, 6) / 2;
    final double vanDust = Exhaust.dustGramsPerKm(3);

    /** Lays the plan's freight onto the routes of each hour. */
    Lorries(TownPlan plan, Routes[] routes, int roads) {
        int zones = plan.zones().size();
        for (int hour = 0; hour < HourSet.HOURS_A_DAY; hour++) {
            pcu[hour] = new double[roads];
            exhaust[hour] = new double[roads];
            dust[hour] = new double[roads];
            vehicles[hour] = new double[roads];
            for (Freight one : plan.freight()) {
                lay(one, one.fromZone() * zones + one.toZone(), hour, routes[hour]);
            }
        }
    }

    private void lay(Freight one, int pair, int hour, Routes routes) {
        double each = one.vehiclesPerDay() * one.profile().share(hour);
        double tonnes = TONNES[one.kind().ordinal()];
        routes.load(pair, each, vehicles[hour]);
        routes.load(pair, each * one.kind().pcu(0), pcu[hour]);
        routes.load(pair, each * exhaust(one.kind()), exhaust[hour]);
        routes.load(pair, each * Exhaust.dustGramsPerKm(tonnes), dust[hour]);
    }

    private static double exhaust(VehicleClass kind) {
        return switch (kind) {
            case TWO_WHEELER -> Exhaust.gramsPerKm("two-wheeler", Fuel.PETROL, 4);
            case CAR -> Exhaust.gramsPerKm("car", Fuel.PETROL, 4);
            case AUTO -> Exhaust.gramsPerKm("three-wheeler", Fuel.CNG, 6);
            case LCV -> Exhaust.gramsPerKm("truck", Fuel.DIESEL, 4) / 2;
            case HEAVY, TRACTOR -> Exhaust.gramsPerKm("truck", Fuel.DIESEL, 4);
            case CYCLE, CYCLE_RICKSHAW -> 0;
        };
    }
}

package town.nagar.engine.town;

import java.util.Arrays;
import town.nagar.engine.people.Fuel;
import town.nagar.engine.people.Mode;
import town.nagar.engine.town.plan.Freight;
import town.nagar.engine.town.plan.HourSet;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.plan.Zone;
import town.nagar.engine.town.policy.PlateLimit;
import town.nagar.engine.town.policy.Policy;
import town.nagar.engine.traffic.Assignment;
import town.nagar.engine.traffic.TripTable;
import town.nagar.norms.traffic.VehicleClass;

/**
 * A typical working day on the roads under a policy: for each hour of the day the routes in use and
 * the minutes between zones, at which expected choices of mode and flows agree.
 *
 * <p>The 24 equilibria are solved one after another, each from the routes of the one before, in
 * {@link #ROUNDS} rounds of choosing and assigning with the mean of the last two rounds' times.
 * What runs then do on the roads uses these routes at their own flows.
 */
final class TypicalTraffic {
    private static final int ROUNDS = 6;

    /** Least weight of a round's times against the mean of those before. */
    private static final double LEAST_WEIGHT = 0.1;

    private static final double RELATIVE_GAP = 1e-4;
    private static final int ASSIGNMENT_ROUNDS = 60;
    private static final double FIRST_KM_PER_HOUR = 22;
    private static final double WITHIN_KM_PER_HOUR = 16;
    private static final double DETOUR = 1.3;

    /** Trips that give a pair without expected traffic a route. */
    private static final double TRACE = 1e-3;

    private static final double[] FREIGHT_TONNES = {0.2, 1.2, 0.6, 3, 16, 4, 0.1, 0.3};

    final int zones;
    final int pairs;
    final RoadState roads;
    final Travel travel;
    final Routes[] routes = new Routes[HourSet.HOURS_A_DAY];

    /** Minutes on the roads by hour and pair. */
    final double[][] minutes = new double[HourSet.HOURS_A_DAY][];

    /** The same on empty roads. */
    final double[][] freeMinutes = new double[HourSet.HOURS_A_DAY][];

    /** Way between the zones of a pair, km. */
    final double[] km;

    /** Lorries and through traffic by hour and road: PCU, exhaust and dust a km, vehicles. */
    final double[][] freightPcu = new double[HourSet.HOURS_A_DAY][];

    final double[][] freightExhaust = new double[HourSet.HOURS_A_DAY][];
    final double[][] freightDust = new double[HourSet.HOURS_A_DAY][];
    final double[][] freightVehicles = new double[HourSet.HOURS_A_DAY][];

    /** PCU of one delivery van, exhaust and dust of it on a km. */
    final double vanPcu = VehicleClass.LCV.pcu(0);

    final double vanExhaust = Exhaust.gramsPerKm("truck", Fuel.DIESEL, 6) / 2;
    final double vanDust = Exhaust.dustGramsPerKm(3);

    private final TownPlan plan;
    private final Policy policy;
    private final Agents agents;
    private final boolean[] used;

    /** A day that starts from a guess of all times. */
    TypicalTraffic(TownPlan plan, Policy policy, Agents agents) {
        this(plan, policy, agents, new double[0][]);
    }

    /**
     * A day that starts from the times of another. A policy and its baseline that start from the
     * same times differ by the policy alone, not by how far the rounds have come.
     */
    TypicalTraffic(TownPlan plan, Policy policy, Agents agents, double[][] start) {
        this.plan = plan;
        this.policy = policy;
        this.agents = agents;
        zones = plan.zones().size();
        pairs = zones * zones;
        travel = new Travel(plan, policy, agents);
        roads = new RoadState(plan, policy, travel.busesPerHour);
        km = new double[pairs];
        used = new boolean[pairs];
        markUsed();
        guess();
        for (int hour = 0; hour < start.length; hour++) {
            minutes[hour] = start[hour].clone();
        }
        int gone = start.length > 0 ? ROUNDS : 0;
        for (int round = 1; round <= ROUNDS; round++) {
            round(Math.max(LEAST_WEIGHT, 1.0 / (gone + round)));
        }
        layFreight();
        empty();
    }

    private void markUsed() {
        for (int citizen = 0; citizen < agents.citizens; citizen++) {
            used[pair(agents.home[citizen], agents.work[citizen])] = true;
            used[pair(agents.work[citizen], agents.home[citizen])] = true;
        }
        for (Freight one : plan.freight()) {
            used[pair(one.fromZone(), one.toZone())] = true;
        }
        int depot = depot(plan);
        for (int zone = 0; zone < zones; zone++) {
            used[pair(depot, zone)] = true;
        }
    }

    /** The zone with the most jobs, from which shops are delivered to. */
    static int depot(TownPlan plan) {
        int best = 0;
        for (int zone = 1; zone < plan.zones().size(); zone++) {
            if (plan.zones().get(zone).jobs() > plan.zones().get(best).jobs()) {
                best = zone;
            }
        }
        return best;
    }

    int pair(int from, int to) {
        return from * zones + to;
    }

    private void guess() {
        var first = new double[pairs];
        for (int from = 0; from < zones; from++) {
            for (int to = 0; to < zones; to++) {
                Zone a = plan.zones().get(from);
                Zone b = plan.zones().get(to);
                double dx = a.eastMetres() - b.eastMetres();
                double dy = a.northMetres() - b.northMetres();
                boolean within = from == to;
                double way =
                        within ? Agents.inner(a) : DETOUR * Math.sqrt(dx * dx + dy * dy) / 1000;
                km[pair(from, to)] = way;
                first[pair(from, to)] =
                        way / (within ? WITHIN_KM_PER_HOUR : FIRST_KM_PER_HOUR) * 60;
            }
        }
        for (int hour = 0; hour < HourSet.HOURS_A_DAY; hour++) {
            minutes[hour] = first.clone();
        }
    }

    private void round(double weight) {
        var vehicles = new double[HourSet.HOURS_A_DAY][pairs * Mode.COUNT];
        expect(vehicles);
        setPcu(vehicles);
        var assignment = Assignment.of(roads.network(0));
        for (int hour = 0; hour < HourSet.HOURS_A_DAY; hour++) {
            assignment.change(roads.network(hour));
            var result =
                    assignment.solve(table(hour, vehicles[hour]), RELATIVE_GAP, ASSIGNMENT_ROUNDS);
            routes[hour] = new Routes(zones, roads.count, assignment);
            double[] costs = Arrays.copyOf(result.costs(), roads.count);
            for (int pair = 0; pair < pairs; pair++) {
                if (routes[hour].joins(pair)) {
                    double seen = routes[hour].along(pair, costs);
                    minutes[hour][pair] += weight * (seen - minutes[hour][pair]);
                    km[pair] = routes[hour].along(pair, roads.km);
                }
            }
        }
    }

    /**
     * Expected trips of agents by mode: those of a day without and, if there is a rule, with it.
     */
    private void expect(double[][] vehicles) {
        var weight = new double[Mode.COUNT];
        for (int citizen = 0; citizen < agents.citizens; citizen++) {
            if (agents.leaveHour[citizen] == Agents.NONE) {
                continue;
            }
            weigh(citizen, 1, weight);
            int barred = ruledModes(citizen);
            double ruled = barred == 0 ? 0 : 0.5 * obeying(citizen);
            add(citizen, weight, agents.modes[citizen], 1 - ruled, vehicles);
            if (ruled > 0) {
                add(citizen, weight, agents.modes[citizen] & ~barred, ruled, vehicles);
            }
        }
    }

    /** exp(V) of each mode, the largest V subtracted first. */
    void weigh(int citizen, double timeValue, double[] weight) {
        int pair = pair(agents.home[citizen], agents.work[citizen]);
        double road = minutes[agents.leaveHour[citizen]][pair];
        double largest = Double.NEGATIVE_INFINITY;
        for (int mode = 0; mode < Mode.COUNT; mode++) {
            weight[mode] =
                    travel.constant[mode]
                            + agents.habit[citizen * Mode.COUNT + mode]
                            + travel.perMinute * timeValue * travel.minutes(mode, km[pair], road)
                            + travel.perKm[mode] * km[pair];
            boolean open = (agents.modes[citizen] >>> mode & 1) == 1;
            largest = open ? Math.max(largest, weight[mode]) : largest;
        }
        for (int mode = 0; mode < Mode.COUNT; mode++) {
            boolean open = (agents.modes[citizen] >>> mode & 1) == 1;
            boolean runs = mode != Mode.BUS.ordinal() || travel.busesRun();
            weight[mode] = open && runs ? StrictMath.exp(weight[mode] - largest) : 0;
        }
    }

    /** Modes that some rule shuts to a citizen on a day against the plate. */
    int ruledModes(int citizen) {
        int modes = 0;
        for (PlateLimit limit : policy.plates()) {
            modes |= ruledBy(limit, citizen, agents.car[citizen], Mode.CAR);
            modes |= ruledBy(limit, citizen, agents.twoWheeler[citizen], Mode.TWO_WHEELER);
        }
        return modes;
    }

    private int ruledBy(PlateLimit limit, int citizen, int vehicle, Mode mode) {
        if (vehicle == Agents.NONE) {
            return 0;
        }
        boolean bound =
                limit.binds(agents.kind(vehicle), agents.fuel(vehicle))
                        && agents.ruleLuck[vehicle] >= limit.exemptShare()
                        && limit.concerns(agents.home[citizen], agents.work[citizen])
                        && (limit.hours().has(agents.leaveHour[citizen])
                                || limit.hours().has(agents.returnHour[citizen]));
        return bound ? mode.bit() : 0;
    }

    private double obeying(int citizen) {
        double deterrence = 0;
        for (PlateLimit limit : policy.plates()) {
            deterrence = Math.max(deterrence, limit.deterrence());
        }
        double odds = plan.population().obedience() + deterrence;
        return agents.leaveHour[citizen] == Agents.NONE ? 0 : 1 / (1 + StrictMath.exp(-odds));
    }

    private void add(int citizen, double[] weight, int open, double share, double[][] vehicles) {
        int go = pair(agents.home[citizen], agents.work[citizen]);
        int back = pair(agents.work[citizen], agents.home[citizen]);
        double sum = 0;
        for (int mode = 0; mode < Mode.COUNT; mode++) {
            sum += (open >>> mode & 1) == 1 ? weight[mode] : 0;
        }
        for (int mode = 0; mode < Mode.COUNT; mode++) {
            if ((open >>> mode & 1) == 1) {
                double part = share * weight[mode] / sum * travel.vehicles[mode];
                vehicles[agents.leaveHour[citizen]][go * Mode.COUNT + mode] += part;
                vehicles[agents.returnHour[citizen]][back * Mode.COUNT + mode] += part;
            }
        }
    }

    /** PCU by the classes' shares in the whole day's stream. */
    private void setPcu(double[][] vehicles) {
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

    private TripTable table(int hour, double[] vehicles) {
        var builder = TripTable.builder(zones);
        for (int from = 0; from < zones; from++) {
            for (int to = 0; to < zones; to++) {
                int pair = pair(from, to);
                double pcu = used[pair] ? TRACE : 0;
                for (int mode = 0; mode < Mode.COUNT; mode++) {
                    double each =
                            travel.vehicles[mode] > 0
                                    ? travel.pcu[mode] / travel.vehicles[mode]
                                    : 0;
                    pcu += vehicles[pair * Mode.COUNT + mode] * each;
                }
                if (from != to) {
                    builder.add(from + 1, to + 1, pcu);
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

    private void layFreight() {
        for (int hour = 0; hour < HourSet.HOURS_A_DAY; hour++) {
            freightPcu[hour] = new double[roads.count];
            freightExhaust[hour] = new double[roads.count];
            freightDust[hour] = new double[roads.count];
            freightVehicles[hour] = new double[roads.count];
            for (Freight one : plan.freight()) {
                int pair = pair(one.fromZone(), one.toZone());
                double each = one.vehiclesPerDay() * one.profile().share(hour);
                routes[hour].load(pair, each, freightVehicles[hour]);
                routes[hour].load(pair, each * one.kind().pcu(0), freightPcu[hour]);
                routes[hour].load(pair, each * exhaust(one.kind()), freightExhaust[hour]);
                double tonnes = FREIGHT_TONNES[one.kind().ordinal()];
                routes[hour].load(pair, each * Exhaust.dustGramsPerKm(tonnes), freightDust[hour]);
            }
        }
    }

    private void empty() {
        for (int hour = 0; hour < HourSet.HOURS_A_DAY; hour++) {
            freeMinutes[hour] = minutes[hour].clone();
            for (int pair = 0; pair < pairs; pair++) {
                if (routes[hour].joins(pair)) {
                    freeMinutes[hour][pair] = routes[hour].along(pair, roads.freeMinutes);
                }
            }
        }
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

package town.nagar.engine.town;

import java.util.Arrays;
import town.nagar.engine.people.Mode;
import town.nagar.engine.town.plan.Freight;
import town.nagar.engine.town.plan.HourSet;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.plan.Zone;
import town.nagar.engine.town.policy.Policy;
import town.nagar.engine.traffic.Assignment;
import town.nagar.engine.traffic.TripTable;
import town.nagar.norms.traffic.VehicleClass;

/**
 * A typical working day on the roads under a policy: for each hour of the day the routes in use and
 * the minutes between zones, at which expected choices of mode and flows agree.
 *
 * <p>The 24 equilibria of routes are solved one after another, each from the routes of the one
 * before, in rounds of assigning and choosing. A round moves the trips towards those that its times
 * would make, by a step that shrinks fast when they came no nearer and slowly when they did (the
 * self-regulated averages of Liu, He and He, Netw. Spat. Econ. 9 (2009) 485-503, cited from
 * memory), until the two differ by {@link #ENOUGH_GAP} or {@link #MOST_ROUNDS} are over. What runs
 * then do on the roads uses these routes at their own flows.
 */
final class TypicalTraffic {
    /** Gap that is small enough. */
    static final double ENOUGH_GAP = 5e-4;

    /** Both sides of a comparison go through this many at least, so that they are as near. */
    private static final int LEAST_ROUNDS = 3;

    private static final int MOST_ROUNDS = 60;
    private static final double FIRST_INERTIA = 1;
    private static final double MORE_INERTIA = 1.9;
    private static final double LESS_INERTIA = 0.02;

    private static final double RELATIVE_GAP = 1e-5;
    private static final int ASSIGNMENT_ROUNDS = 60;
    private static final double FIRST_KM_PER_HOUR = 22;
    private static final double WITHIN_KM_PER_HOUR = 16;
    private static final double DETOUR = 1.3;

    /** Trips that give a pair without expected traffic a route. */
    private static final double TRACE = 1e-3;

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

    final Lorries lorries;
    final ModeChoice choice;

    /** Vehicles assigned, by hour and, within it, pair and mode. */
    final double[][] vehicles;

    /** By how much of themselves the trips differ from those that their own times would make. */
    final double gap;

    private final TownPlan plan;
    private final Agents agents;
    private final boolean[] used;

    /** A day that starts from a guess of all times. */
    TypicalTraffic(TownPlan plan, Policy policy, Agents agents) {
        this(plan, policy, agents, new double[0][]);
    }

    /**
     * A day that starts from the trips of another. A policy and its baseline that start from the
     * same trips differ by the policy alone, not by how far the rounds have come.
     */
    TypicalTraffic(TownPlan plan, Policy policy, Agents agents, TypicalTraffic start) {
        this(plan, policy, agents, start.vehicles);
    }

    /** A day that starts from expected vehicles; from a guess of all times if there are none. */
    private TypicalTraffic(TownPlan plan, Policy policy, Agents agents, double[][] start) {
        this.plan = plan;
        this.agents = agents;
        zones = plan.zones().size();
        pairs = zones * zones;
        travel = new Travel(plan, policy, agents);
        choice = new ModeChoice(plan, policy, agents, travel);
        roads = new RoadState(plan, policy, travel.busesPerHour);
        km = new double[pairs];
        used = new boolean[pairs];
        markUsed();
        guess();
        vehicles = start.length > 0 ? copy(start) : choice.expect(minutes, km);
        gap = settle();
        lorries = new Lorries(plan, routes, roads.count);
        empty();
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    /** Goes through rounds until trips and times agree or there were too many; the last gap. */
    private double settle() {
        double before = Double.POSITIVE_INFINITY;
        double inertia = FIRST_INERTIA;
        for (int round = 1; round < MOST_ROUNDS; round++) {
            assign();
            double[][] wished = choice.expect(minutes, km);
            double apart = apart(wished);
            if (apart <= ENOUGH_GAP && round >= LEAST_ROUNDS) {
                return apart;
            }
            inertia += apart > before ? MORE_INERTIA : LESS_INERTIA;
            before = apart;
            move(wished, 1 / inertia);
        }
        assign();
        return apart(choice.expect(minutes, km));
    }

    /** Trips by which those chosen differ from those assigned, over those assigned. */
    private double apart(double[][] wished) {
        double apart = 0;
        double whole = 0;
        for (int hour = 0; hour < vehicles.length; hour++) {
            for (int slot = 0; slot < vehicles[hour].length; slot++) {
                apart += Math.abs(wished[hour][slot] - vehicles[hour][slot]);
                whole += vehicles[hour][slot];
            }
        }
        return whole > 0 ? apart / whole : 0;
    }

    private void move(double[][] wished, double weight) {
        for (int hour = 0; hour < vehicles.length; hour++) {
            for (int slot = 0; slot < vehicles[hour].length; slot++) {
                vehicles[hour][slot] += weight * (wished[hour][slot] - vehicles[hour][slot]);
            }
        }
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
                double way = guessedKm(plan, from, to);
                boolean within = from == to;
                km[pair(from, to)] = way;
                first[pair(from, to)] =
                        way / (within ? WITHIN_KM_PER_HOUR : FIRST_KM_PER_HOUR) * 60;
            }
        }
        for (int hour = 0; hour < HourSet.HOURS_A_DAY; hour++) {
            minutes[hour] = first.clone();
        }
    }

    /** A usual way between two zones before roads are asked, km. */
    static double guessedKm(TownPlan plan, int from, int to) {
        Zone a = plan.zones().get(from);
        Zone b = plan.zones().get(to);
        double dx = a.eastMetres() - b.eastMetres();
        double dy = a.northMetres() - b.northMetres();
        return from == to ? OwnWays.inner(a) : DETOUR * Math.sqrt(dx * dx + dy * dy) / 1000;
    }

    /** Puts the trips onto the roads; times and ways are those they then see. */
    private void assign() {
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
                    minutes[hour][pair] = routes[hour].along(pair, costs);
                    km[pair] = routes[hour].along(pair, roads.km);
                }
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
}

package town.nagar.engine.town;

import java.util.Arrays;
import town.nagar.engine.town.plan.HourSet;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.policy.Policy;
import town.nagar.engine.traffic.Assignment;

/**
 * A typical working day on the roads under a policy: for each hour of the day the routes in use and
 * the minutes between zones, at which expected choices of mode and flows agree.
 *
 * <p>The 24 equilibria of routes are solved one after another, each from the routes of the one
 * before, in rounds of assigning and choosing. A round moves the trips towards those that its times
 * would make, as {@link RegulatedAverage} does, until the two differ by {@link #ENOUGH_GAP} or
 * {@link #MOST_ROUNDS} are over. What runs then do on the roads uses these routes at their own
 * flows.
 */
final class TypicalTraffic {
    /** Gap that is small enough. */
    static final double ENOUGH_GAP = 5e-4;

    /** Both sides of a comparison go through this many at least, so that they are as near. */
    private static final int LEAST_ROUNDS = 3;

    private static final int MOST_ROUNDS = 60;
    private static final double RELATIVE_GAP = 1e-5;
    private static final int ASSIGNMENT_ROUNDS = 60;

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

    private final RoadDemand demand;

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
        zones = plan.zones().size();
        pairs = zones * zones;
        travel = new Travel(plan, policy, agents);
        choice = new ModeChoice(plan, policy, agents, travel);
        roads = new RoadState(plan, policy, travel.busesPerHour);
        demand = new RoadDemand(plan, agents, travel);
        km = new double[pairs];
        guess(plan);
        vehicles = start.length > 0 ? copy(start) : choice.expect(minutes, km);
        gap = settle();
        lorries = new Lorries(plan, routes, roads.count);
        empty();
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    private void guess(TownPlan plan) {
        var first = new double[pairs];
        GuessedWays.fill(plan, km, first);
        Arrays.setAll(minutes, hour -> first.clone());
    }

    /** Goes through rounds until trips and times agree or there were too many; the last gap. */
    private double settle() {
        var average = new RegulatedAverage(vehicles);
        for (int round = 1; round < MOST_ROUNDS; round++) {
            assign();
            double[][] wished = choice.expect(minutes, km);
            double apart = average.apart(wished);
            if (apart <= ENOUGH_GAP && round >= LEAST_ROUNDS) {
                return apart;
            }
            average.move(wished, apart);
        }
        assign();
        return average.apart(choice.expect(minutes, km));
    }

    /** Puts the trips onto the roads; times and ways are those they then see. */
    private void assign() {
        demand.setPcu(vehicles);
        var assignment = Assignment.of(roads.network(0));
        for (int hour = 0; hour < HourSet.HOURS_A_DAY; hour++) {
            assignment.change(roads.network(hour));
            var table = demand.table(hour, vehicles[hour]);
            var result = assignment.solve(table, RELATIVE_GAP, ASSIGNMENT_ROUNDS);
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

    int pair(int from, int to) {
        return from * zones + to;
    }
}

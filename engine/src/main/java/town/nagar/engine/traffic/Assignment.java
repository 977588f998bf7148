package town.nagar.engine.traffic;

import java.util.Arrays;
import town.nagar.engine.traffic.AssignmentResult.Gap;

/**
 * Traffic assignment on one network, again and again: each solution starts from the routes of the
 * one before.
 *
 * <p>Rounds of column generation: cheapest routes are sought from every origin and added to those
 * in use, then trips are moved between the routes of each pair in turn ({@link RouteShift}).
 * Nothing but the calls made decides the result, down to the last bit. One thread at a time may use
 * an instance; many instances may run at once.
 *
 * <p>Memory: 8 bytes for each origin and node, 4 for each link of each route in use.
 */
public final class Assignment {
    private static final int ROUND_LIMIT = 10_000;

    /** Rounds that do not halve the gap after which the search ends. */
    private static final int PATIENCE = 100;

    /** Passes over the pairs with several routes before cheapest routes are sought again. */
    private static final int PASSES = 30;

    /** Passes end once they could save less than this share of the round's excess cost. */
    private static final double ENOUGH = 0.02;

    private final ForwardStar star;
    private final LinkCosts costs;
    private final ShortestTrees trees;
    private RoadNetwork network;
    private TripTable trips;
    private RouteStore routes;
    private RouteShift shift;

    /** Whether a pair may lack the cheapest route although its tree did not change. */
    private boolean[] recheck = {};

    /** Pairs with several routes. */
    private int[] choosing = {};

    private int choosingPairs;

    private Assignment(RoadNetwork network, GeneralisedCost minded, Principle principle) {
        this.network = network;
        this.star = new ForwardStar(network);
        this.costs = new LinkCosts(network, star, minded, principle);
        this.trees = new ShortestTrees(star, network.zones());
        this.trips = TripTable.builder(network.zones()).build();
        this.routes = new RouteStore(star, 0);
        this.shift = new RouteShift(costs, routes);
    }

    /** An assignment that has not been solved yet. */
    public static Assignment of(RoadNetwork network, GeneralisedCost minded, Principle principle) {
        return new Assignment(network, minded, principle);
    }

    /** A user equilibrium of time alone that has not been solved yet. */
    public static Assignment of(RoadNetwork network) {
        return of(network, GeneralisedCost.TIME, Principle.USER_EQUILIBRIUM);
    }

    /**
     * Changes capacities, times and tolls and keeps the routes.
     *
     * @throws IllegalArgumentException if the roads do not join the same nodes in the same order
     */
    public void change(RoadNetwork changed) {
        requireSameShape(changed);
        network = changed;
        costs.read(changed, star);
    }

    private void requireSameShape(RoadNetwork changed) {
        boolean same =
                changed.zones() == network.zones()
                        && changed.nodes() == network.nodes()
                        && changed.firstThroughNode() == network.firstThroughNode()
                        && changed.links().size() == network.links().size();
        for (int link = 0; same && link < network.links().size(); link++) {
            RoadLink before = network.links().get(link);
            RoadLink after = changed.links().get(link);
            same = before.from() == after.from() && before.to() == after.to();
        }
        if (!same) {
            throw new IllegalArgumentException(
                    "the changed network joins other nodes; allowed are other capacities, times,"
                            + " lengths and tolls of the same roads");
        }
    }

    /**
     * Finds the flows for a table of trips.
     *
     * @param relativeGap how close to the principle, between 0 and 1; 1e-4 is usual, 1e-6 careful,
     *     1e-13 about the least that rounding allows
     * @throws NoRouteException naming pairs of zones with trips that no road joins
     * @throws IllegalArgumentException if the gap is out of range or the zones are not the
     *     network's
     */
    public AssignmentResult solve(TripTable table, double relativeGap) {
        return solve(table, relativeGap, ROUND_LIMIT);
    }

    /**
     * As {@link #solve(TripTable, double)}, with a limit to the work.
     *
     * @param roundLimit rounds after which the result is returned as it is; not negative
     */
    public AssignmentResult solve(TripTable table, double relativeGap, int roundLimit) {
        if (!(relativeGap > 0 && relativeGap < 1)) {
            throw new IllegalArgumentException(
                    "relative gap %s; allowed are numbers between 0 and 1".formatted(relativeGap));
        }
        if (table.zones() != network.zones()) {
            throw new IllegalArgumentException(
                    "trips between %d zones on a network of %d zones"
                            .formatted(table.zones(), network.zones()));
        }
        return solveFrom(begin(table), relativeGap, roundLimit);
    }

    private AssignmentResult solveFrom(Loading loading, double relativeGap, int roundLimit) {
        Gap gap = seekRoutes();
        double halved = Double.POSITIVE_INFINITY;
        int inVain = 0;
        for (int rounds = 0; ; rounds++) {
            inVain++;
            if (gap.relative() <= halved / 2) {
                halved = gap.relative();
                inVain = 0;
            }
            boolean over = rounds >= roundLimit || inVain >= PATIENCE;
            if (over || gap.relative() <= relativeGap) {
                loading.settle();
                gap = seekRoutes();
                boolean reached = gap.relative() <= relativeGap;
                if (over || reached) {
                    return result(gap, rounds, reached);
                }
            }
            moveTrips(ENOUGH * gap.excess());
            gap = seekRoutes();
        }
    }

    private Loading begin(TripTable table) {
        routes.carry(trips, table);
        trips = table;
        recheck = new boolean[table.pairs()];
        choosing = new int[table.pairs()];
        var loading = new Loading(star, costs, trees, table, routes);
        try {
            loading.load();
        } catch (NoRouteException stranded) {
            forget();
            throw stranded;
        }
        Arrays.fill(recheck, true);
        return loading;
    }

    /** Drops the trips and routes of earlier solutions, so that the next starts from none. */
    public void forget() {
        trips = TripTable.builder(network.zones()).build();
        routes = new RouteStore(star, 0);
        shift = new RouteShift(costs, routes);
        trees.forget();
        Arrays.fill(costs.flow, 0);
        costs.refreshAll();
    }

    /**
     * Shows every route of the last solution that carries trips, by origin, then destination, the
     * routes of a pair in a fixed order.
     */
    public void forEachRoute(RouteVisitor visitor) {
        for (int origin = 0; origin < trips.zones(); origin++) {
            for (int pair = trips.firstPair(origin); pair < trips.firstPair(origin + 1); pair++) {
                showRoutes(origin, pair, visitor);
            }
        }
    }

    private void showRoutes(int origin, int pair, RouteVisitor visitor) {
        for (int route = routes.first[pair]; route != RouteStore.NONE; route = routes.next[route]) {
            if (routes.flow[route] > 0) {
                var links = new int[routes.length[route]];
                for (int place = 0; place < links.length; place++) {
                    int stored = routes.start[route] + links.length - 1 - place;
                    links[place] = star.given(routes.links[stored]);
                }
                visitor.visit(origin + 1, trips.destination(pair) + 1, routes.flow[route], links);
            }
        }
    }

    /** Takes one route and the trips on it. */
    @FunctionalInterface
    public interface RouteVisitor {
        /**
         * Called once a route.
         *
         * @param from zone, from 1
         * @param to zone, from 1
         * @param number of trips; positive
         * @param links in the order they are driven, numbered as in {@link RoadNetwork#links()}
         */
        void visit(int from, int to, double number, int[] links);
    }

    /** Gives every pair its cheapest route at the present costs and measures the gap. */
    private Gap seekRoutes() {
        routes.compact();
        choosingPairs = 0;
        var shortest = new double[trips.zones()];
        for (int origin = 0; origin < trips.zones(); origin++) {
            if (trips.firstPair(origin) < trips.firstPair(origin + 1)) {
                shortest[origin] = seekRoutes(origin);
            }
        }
        return new Gap(
                costs.totalCost(), Summation.of(shortest, shortest.length), trips.interzonal());
    }

    private double seekRoutes(int origin) {
        boolean changed = trees.update(origin, costs.cost);
        int[] lastLink = trees.lastLink(origin);
        double shortest = 0;
        for (int pair = trips.firstPair(origin); pair < trips.firstPair(origin + 1); pair++) {
            int destination = trips.destination(pair);
            shortest += trips.trips(pair) * trees.distance[destination];
            if (recheck[pair] || (changed && trees.rerouted[destination])) {
                recheck[pair] = false;
                routes.addIfNew(pair, destination, lastLink);
            }
            if (routes.hasSeveral(pair)) {
                choosing[choosingPairs++] = pair;
            }
        }
        return shortest;
    }

    private void moveTrips(double enough) {
        double saving = Double.POSITIVE_INFINITY;
        for (int pass = 0; pass < PASSES && saving > enough; pass++) {
            saving = 0;
            for (int index = 0; index < choosingPairs; index++) {
                int pair = choosing[index];
                saving += shift.balance(pair);
                recheck[pair] |= shift.dropEmptied(pair);
            }
        }
    }

    private AssignmentResult result(Gap gap, int rounds, boolean reached) {
        var flow = new double[star.links()];
        var cost = new double[star.links()];
        for (int link = 0; link < star.links(); link++) {
            flow[star.given(link)] = costs.flow[link];
            cost[star.given(link)] = costs.driverCost(link);
        }
        return new AssignmentResult(
                flow, cost, costs.objective(), costs.totalDriverCost(), gap, rounds, reached);
    }
}

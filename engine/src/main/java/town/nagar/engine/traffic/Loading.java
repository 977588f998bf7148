package town.nagar.engine.traffic;

import java.util.Arrays;

/** Puts a table of trips on the network: on the routes pairs already have, else on the cheapest. */
final class Loading {
    private final ForwardStar star;
    private final LinkCosts costs;
    private final ShortestTrees trees;
    private final TripTable trips;
    private final RouteStore routes;
    private final double[] bound;

    /**
     * @param routes of the pairs of {@code trips}; gets a route for every pair
     */
    Loading(
            ForwardStar star,
            LinkCosts costs,
            ShortestTrees trees,
            TripTable trips,
            RouteStore routes) {
        this.star = star;
        this.costs = costs;
        this.trees = trees;
        this.trips = trips;
        this.routes = routes;
        this.bound = new double[star.nodes()];
    }

    /**
     * Loads origin by origin, each seeing the delay of those before it.
     *
     * @throws NoRouteException naming pairs that no road joins
     */
    void load() {
        settle();
        var stranded = new StrandedTrips();
        for (int origin = 0; origin < trips.zones(); origin++) {
            if (hasNewPair(origin)) {
                trees.update(origin, costs.cost);
                bindNewPairs(origin, stranded);
                sendInward(origin);
            }
        }
        stranded.requireNone();
    }

    private boolean hasNewPair(int origin) {
        for (int pair = trips.firstPair(origin); pair < trips.firstPair(origin + 1); pair++) {
            if (routes.first[pair] == RouteStore.NONE) {
                return true;
            }
        }
        return false;
    }

    private void bindNewPairs(int origin, StrandedTrips stranded) {
        int[] lastLink = trees.lastLink(origin);
        for (int pair = trips.firstPair(origin); pair < trips.firstPair(origin + 1); pair++) {
            int destination = trips.destination(pair);
            if (routes.first[pair] != RouteStore.NONE) {
                continue;
            }
            if (lastLink[destination] == ShortestTrees.NONE) {
                stranded.add(origin, destination, trips.trips(pair));
                continue;
            }
            int route = routes.add(pair, destination, lastLink);
            routes.flow[route] = trips.trips(pair);
            bound[destination] += trips.trips(pair);
        }
    }

    /** Adds the trips bound for each node to the tree's links, from the leaves to the root. */
    private void sendInward(int origin) {
        int[] lastLink = trees.lastLink(origin);
        int[] outward = trees.outward(origin);
        for (int index = outward.length - 1; index > 0; index--) {
            int node = outward[index];
            double passing = bound[node];
            if (passing > 0) {
                int link = lastLink[node];
                bound[node] = 0;
                bound[star.tail[link]] += passing;
                costs.flow[link] += passing;
                costs.refresh(link);
            }
        }
        bound[origin] = 0;
    }

    /** Makes route flows add up to the trips again, and link flows to the route flows. */
    void settle() {
        Arrays.fill(costs.flow, 0);
        for (int pair = 0; pair < trips.pairs(); pair++) {
            if (routes.first[pair] != RouteStore.NONE) {
                balanceTheBooks(pair);
                addFlows(pair);
            }
        }
        costs.refreshAll();
    }

    /** Puts what rounding lost or made on the route with most trips. */
    private void balanceTheBooks(int pair) {
        int busiest = routes.first[pair];
        double missing = trips.trips(pair);
        for (int route = busiest; route != RouteStore.NONE; route = routes.next[route]) {
            missing -= routes.flow[route];
            if (routes.flow[route] > routes.flow[busiest]) {
                busiest = route;
            }
        }
        routes.flow[busiest] += missing;
    }

    private void addFlows(int pair) {
        for (int route = routes.first[pair]; route != RouteStore.NONE; route = routes.next[route]) {
            int end = routes.start[route] + routes.length[route];
            for (int at = routes.start[route]; at < end; at++) {
                costs.flow[routes.links[at]] += routes.flow[route];
            }
        }
    }
}

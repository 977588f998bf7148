package town.nagar.engine.traffic;

import java.util.Arrays;

/**
 * Moves trips of one pair from its dearer routes to its cheapest, until they cost about the same.
 *
 * <p>Gradient projection in route flows (Jayakrishnan, Tsai, Prashker, Rajadhyaksha 1994): from
 * each dearer route moves the difference of cost over the sum of slopes of the links the two routes
 * do not share, at most its flow. Costs follow at once.
 */
final class RouteShift {
    /** Differences of cost below this share of the cost are rounding. */
    private static final double ROUNDING = 1e-15;

    private final LinkCosts costs;
    private final RouteStore routes;
    private final int[] mark;
    private int onCheapest = 1;
    private int cheapest;
    private double cheapestCost;
    private double cheapestSlope;

    RouteShift(LinkCosts costs, RouteStore routes) {
        this.costs = costs;
        this.routes = routes;
        this.mark = new int[costs.links()];
    }

    /**
     * Balances the routes of one pair.
     *
     * @return what the pair's trips together would have saved on the cheapest route, at the costs
     *     before
     */
    double balance(int pair) {
        double saving = compare(pair);
        if (saving > 0) {
            markCheapest();
            for (int route = routes.first[pair]; route >= 0; route = routes.next[route]) {
                if (route != cheapest && routes.flow[route] > 0) {
                    ease(route);
                }
            }
        }
        return saving;
    }

    private double compare(int pair) {
        double trips = 0;
        double total = 0;
        cheapestCost = Double.POSITIVE_INFINITY;
        for (int route = routes.first[pair]; route >= 0; route = routes.next[route]) {
            double cost = costOf(route);
            trips += routes.flow[route];
            total += routes.flow[route] * cost;
            if (cost < cheapestCost) {
                cheapestCost = cost;
                cheapest = route;
            }
        }
        return total - trips * cheapestCost;
    }

    private double costOf(int route) {
        int[] links = routes.links;
        double[] cost = costs.cost;
        int end = routes.start[route] + routes.length[route];
        double sum = 0;
        for (int at = routes.start[route]; at < end; at++) {
            sum += cost[links[at]];
        }
        return sum;
    }

    private void markCheapest() {
        onCheapest = onCheapest == Integer.MAX_VALUE - 2 ? restart() : onCheapest + 2;
        int end = routes.start[cheapest] + routes.length[cheapest];
        double slope = 0;
        for (int at = routes.start[cheapest]; at < end; at++) {
            int link = routes.links[at];
            mark[link] = onCheapest;
            slope += costs.slope[link];
        }
        cheapestSlope = slope;
    }

    private int restart() {
        Arrays.fill(mark, 0);
        return 1;
    }

    /** Moves trips from one route to the cheapest. */
    private void ease(int route) {
        int[] links = routes.links;
        int end = routes.start[route] + routes.length[route];
        int shared = onCheapest + 1;
        double difference = -cheapestCost;
        double slope = cheapestSlope;
        for (int at = routes.start[route]; at < end; at++) {
            int link = links[at];
            difference += costs.cost[link];
            if (mark[link] == onCheapest) {
                mark[link] = shared;
                slope -= costs.slope[link];
            } else {
                slope += costs.slope[link];
            }
        }
        double moved = difference <= cheapestCost * ROUNDING ? 0 : step(route, difference, slope);
        if (moved > 0) {
            takeOff(route, moved);
        }
        putOn(moved);
    }

    private double step(int route, double difference, double slope) {
        double flow = routes.flow[route];
        return difference >= flow * slope ? flow : difference / slope;
    }

    private void takeOff(int route, double moved) {
        int end = routes.start[route] + routes.length[route];
        for (int at = routes.start[route]; at < end; at++) {
            int link = routes.links[at];
            if (mark[link] != onCheapest + 1) {
                costs.flow[link] -= moved;
                costs.refresh(link);
            }
        }
        routes.flow[route] -= moved;
    }

    /** Adds trips to the cheapest route and clears the marks of what it shared. */
    private void putOn(double moved) {
        int end = routes.start[cheapest] + routes.length[cheapest];
        double cost = 0;
        double slope = 0;
        for (int at = routes.start[cheapest]; at < end; at++) {
            int link = routes.links[at];
            if (mark[link] == onCheapest) {
                costs.flow[link] += moved;
                costs.refresh(link);
            }
            mark[link] = onCheapest;
            cost += costs.cost[link];
            slope += costs.slope[link];
        }
        routes.flow[cheapest] += moved;
        cheapestCost = cost;
        cheapestSlope = slope;
    }

    /**
     * Takes the routes left without trips away from the pair last balanced.
     *
     * @return whether there were any
     */
    boolean dropEmptied(int pair) {
        for (int route = routes.first[pair]; route >= 0; route = routes.next[route]) {
            if (route != cheapest && routes.flow[route] <= 0) {
                return routes.removeEmpty(pair, cheapest);
            }
        }
        return false;
    }
}

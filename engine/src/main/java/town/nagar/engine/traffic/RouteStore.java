package town.nagar.engine.traffic;

import java.util.Arrays;

/**
 * The routes in use between every pair of zones, and the flow on each.
 *
 * <p>A route is a number; its links stand in one shared array, last link first. Routes of a pair
 * form a chain.
 */
final class RouteStore {
    /** End of a chain. */
    static final int NONE = -1;

    /** First route of each pair. */
    int[] first;

    /** Next route of the same pair. */
    int[] next = new int[1024];

    /** Where a route's links begin in {@link #links}. */
    int[] start = new int[1024];

    /** Number of links of a route. */
    int[] length = new int[1024];

    /** Trips on a route. */
    double[] flow = new double[1024];

    /** Links of all routes. */
    int[] links = new int[16_384];

    private final ForwardStar star;
    private int routes;
    private int vacant = NONE;
    private int used;
    private int dead;

    RouteStore(ForwardStar star, int pairs) {
        this.star = star;
        this.first = new int[pairs];
        Arrays.fill(first, NONE);
    }

    /** Whether a pair has more than one route. */
    boolean hasSeveral(int pair) {
        return next[first[pair]] != NONE;
    }

    /** Adds the tree's route to a pair unless it has it. */
    void addIfNew(int pair, int destination, int[] lastLink) {
        for (int route = first[pair]; route != NONE; route = next[route]) {
            if (runsAlong(route, destination, lastLink)) {
                return;
            }
        }
        add(pair, destination, lastLink);
    }

    private boolean runsAlong(int route, int destination, int[] lastLink) {
        int end = start[route] + length[route];
        int node = destination;
        for (int at = start[route]; at < end; at++) {
            int link = links[at];
            if (lastLink[node] != link) {
                return false;
            }
            node = star.tail[link];
        }
        return true;
    }

    /** Adds the tree's route to a pair that does not have it, in front and without flow. */
    int add(int pair, int destination, int[] lastLink) {
        int route = takeNumber();
        start[route] = used;
        for (int node = destination; lastLink[node] != NONE; node = star.tail[lastLink[node]]) {
            if (used == links.length) {
                links = Arrays.copyOf(links, 2 * used);
            }
            links[used++] = lastLink[node];
        }
        length[route] = used - start[route];
        flow[route] = 0;
        next[route] = first[pair];
        first[pair] = route;
        return route;
    }

    private int takeNumber() {
        if (vacant != NONE) {
            int route = vacant;
            vacant = next[route];
            return route;
        }
        if (routes == next.length) {
            next = Arrays.copyOf(next, 2 * routes);
            start = Arrays.copyOf(start, 2 * routes);
            length = Arrays.copyOf(length, 2 * routes);
            flow = Arrays.copyOf(flow, 2 * routes);
        }
        return routes++;
    }

    /**
     * Takes all routes without flow away from a pair, except one.
     *
     * @return whether there were any
     */
    boolean removeEmpty(int pair, int kept) {
        boolean removed = false;
        int before = NONE;
        for (int route = first[pair]; route != NONE; ) {
            int after = next[route];
            if (flow[route] > 0 || route == kept) {
                before = route;
            } else {
                unchain(pair, before, after);
                release(route);
                removed = true;
            }
            route = after;
        }
        return removed;
    }

    private void unchain(int pair, int before, int after) {
        if (before == NONE) {
            first[pair] = after;
        } else {
            next[before] = after;
        }
    }

    private void release(int route) {
        dead += length[route];
        next[route] = vacant;
        vacant = route;
    }

    /** Keeps the routes of pairs that both tables have, with flows in proportion to the trips. */
    void carry(TripTable oldTable, TripTable newTable) {
        int[] before = first;
        first = new int[newTable.pairs()];
        Arrays.fill(first, NONE);
        for (int origin = 0; origin < newTable.zones(); origin++) {
            carry(origin, oldTable, newTable, before);
        }
    }

    private void carry(int origin, TripTable oldTable, TripTable newTable, int[] before) {
        int old = oldTable.firstPair(origin);
        int end = oldTable.firstPair(origin + 1);
        for (int pair = newTable.firstPair(origin); pair < newTable.firstPair(origin + 1); pair++) {
            int destination = newTable.destination(pair);
            while (old < end && oldTable.destination(old) < destination) {
                releaseAll(before[old++]);
            }
            if (old < end && oldTable.destination(old) == destination) {
                first[pair] = before[old];
                scale(pair, newTable.trips(pair) / oldTable.trips(old));
                old++;
            }
        }
        while (old < end) {
            releaseAll(before[old++]);
        }
    }

    private void scale(int pair, double factor) {
        for (int route = first[pair]; route != NONE; route = next[route]) {
            flow[route] *= factor;
        }
    }

    private void releaseAll(int chain) {
        for (int route = chain; route != NONE; ) {
            int after = next[route];
            release(route);
            route = after;
        }
    }

    /** Closes the gaps removed routes left, once they take more room than the routes. */
    void compact() {
        if (2 * dead <= used) {
            return;
        }
        var kept = new int[Math.max(16_384, (used - dead) * 3 / 2)];
        int filled = 0;
        for (int head : first) {
            for (int route = head; route != NONE; route = next[route]) {
                System.arraycopy(links, start[route], kept, filled, length[route]);
                start[route] = filled;
                filled += length[route];
            }
        }
        links = kept;
        used = filled;
        dead = 0;
    }
}

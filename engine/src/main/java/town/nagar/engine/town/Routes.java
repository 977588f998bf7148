package town.nagar.engine.town;

import java.util.Arrays;
import town.nagar.engine.traffic.Assignment;

/**
 * The routes of every pair of zones in one typical hour: shares of the pair's trips and links, in
 * compressed rows. Pair p = from x zones + to.
 */
final class Routes {
    private final int zones;

    /** Routes of pair p: from firstRoute[p] to firstRoute[p + 1] - 1. */
    final int[] firstRoute;

    double[] share = new double[64];

    /** Links of route r: from firstLink[r] to firstLink[r + 1] - 1. */
    int[] firstLink = new int[65];

    int[] link = new int[1024];

    private final double[] trips;
    private int routes;
    private int filled;

    /** Takes an assignment's routes; links from {@code roads} on are ways to the roads. */
    Routes(int zones, int roads, Assignment assignment) {
        this.zones = zones;
        this.firstRoute = new int[zones * zones + 1];
        this.trips = new double[zones * zones];
        assignment.forEachRoute(
                (from, to, trips, links) -> add(from - 1, to - 1, trips, links, roads));
        for (int pair = 0; pair < zones * zones; pair++) {
            firstRoute[pair + 1] += firstRoute[pair];
        }
        normalise();
    }

    private void add(int from, int to, double trips, int[] links, int roads) {
        if (routes == share.length) {
            share = Arrays.copyOf(share, 2 * routes);
            firstLink = Arrays.copyOf(firstLink, 2 * routes + 1);
        }
        firstRoute[from * zones + to + 1]++;
        share[routes++] = trips;
        for (int one : links) {
            if (one < roads) {
                if (filled == link.length) {
                    link = Arrays.copyOf(link, 2 * filled);
                }
                link[filled++] = one;
            }
        }
        firstLink[routes] = filled;
    }

    private void normalise() {
        share = Arrays.copyOf(share, routes);
        firstLink = Arrays.copyOf(firstLink, routes + 1);
        link = Arrays.copyOf(link, filled);
        for (int pair = 0; pair < zones * zones; pair++) {
            double sum = 0;
            for (int route = firstRoute[pair]; route < firstRoute[pair + 1]; route++) {
                sum += share[route];
            }
            for (int route = firstRoute[pair]; route < firstRoute[pair + 1]; route++) {
                share[route] /= sum;
            }
            trips[pair] = sum;
        }
    }

    /** Adds a flow of a pair to the links of its routes. */
    void load(int pair, double amount, double[] onLinks) {
        for (int route = firstRoute[pair]; route < firstRoute[pair + 1]; route++) {
            double part = amount * share[route];
            for (int at = firstLink[route]; at < firstLink[route + 1]; at++) {
                onLinks[link[at]] += part;
            }
        }
    }

    /** The mean over a pair's routes of the sum of what its links hold. */
    double along(int pair, double[] onLinks) {
        double mean = 0;
        for (int route = firstRoute[pair]; route < firstRoute[pair + 1]; route++) {
            double sum = 0;
            for (int at = firstLink[route]; at < firstLink[route + 1]; at++) {
                sum += onLinks[link[at]];
            }
            mean += share[route] * sum;
        }
        return mean;
    }

    /** PCU that were assigned to a pair. */
    double trips(int pair) {
        return trips[pair];
    }

    /** Whether a pair has a way. */
    boolean joins(int pair) {
        return firstRoute[pair] < firstRoute[pair + 1];
    }
}

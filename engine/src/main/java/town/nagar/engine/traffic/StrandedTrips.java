package town.nagar.engine.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Pairs of zones with trips and no route between them, as they are found. */
final class StrandedTrips {
    private static final int NAMED = 10;

    private final List<String> named = new ArrayList<>();
    private int pairs;
    private double trips;

    /** Takes note of a pair; zones count from 0. */
    void add(int origin, int destination, double stranded) {
        pairs++;
        trips += stranded;
        if (named.size() < NAMED) {
            named.add("%d to %d".formatted(origin + 1, destination + 1));
        }
    }

    /**
     * @throws NoRouteException if any pair was added
     */
    void requireNone() {
        if (pairs > 0) {
            throw new NoRouteException(
                    String.format(
                            Locale.ROOT,
                            "no route for %d pair%s of zones with %.6g trips: %s%s",
                            pairs,
                            pairs == 1 ? "" : "s",
                            trips,
                            String.join(", ", named),
                            pairs > NAMED ? " and others" : ""));
        }
    }
}

package town.nagar.engine.traffic;

import java.util.Arrays;

/**
 * How many trips go from each zone to each other zone; immutable, and sparse: pairs without trips
 * take no room.
 *
 * <p>Trips within a zone use no road of the network; they are counted apart and never assigned.
 */
public final class TripTable {
    private final int zones;
    private final int[] start;
    private final int[] destination;
    private final double[] trips;
    private final double intrazonal;

    private TripTable(
            int zones, int[] start, int[] destination, double[] trips, double intrazonal) {
        this.zones = zones;
        this.start = start;
        this.destination = destination;
        this.trips = trips;
        this.intrazonal = intrazonal;
    }

    /**
     * An empty table to be filled.
     *
     * @throws IllegalArgumentException unless there is a zone
     */
    public static Builder builder(int zones) {
        return new Builder(zones);
    }

    /** Number of zones. */
    public int zones() {
        return zones;
    }

    /** Number of pairs of different zones with trips between them. */
    public int pairs() {
        return destination.length;
    }

    /** All trips between different zones. */
    public double interzonal() {
        return Summation.of(trips, trips.length);
    }

    /** All trips that stay within their zone. */
    public double intrazonal() {
        return intrazonal;
    }

    /**
     * The trips from one zone to another.
     *
     * @param from zone, from 1
     * @param to zone, from 1
     * @throws IllegalArgumentException if there is no such zone
     */
    public double trips(int from, int to) {
        requireZone("origin", from, zones);
        requireZone("destination", to, zones);
        int at = Arrays.binarySearch(destination, start[from - 1], start[from], to - 1);
        return at < 0 ? 0 : trips[at];
    }

    /**
     * The same pairs with a share of their trips.
     *
     * @param factor positive
     * @throws IllegalArgumentException if the factor is not positive and finite
     */
    public TripTable scaled(double factor) {
        if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "factor %s; allowed are numbers above 0".formatted(factor));
        }
        double[] scaled = trips.clone();
        for (int pair = 0; pair < scaled.length; pair++) {
            scaled[pair] *= factor;
        }
        return new TripTable(zones, start, destination, scaled, intrazonal * factor);
    }

    /** Shows every pair of different zones that has trips, by origin and then by destination. */
    public void forEach(PairVisitor visitor) {
        for (int origin = 0; origin < zones; origin++) {
            for (int pair = start[origin]; pair < start[origin + 1]; pair++) {
                visitor.visit(origin + 1, destination[pair] + 1, trips[pair]);
            }
        }
    }

    /** Takes one pair of zones and its trips. */
    @FunctionalInterface
    public interface PairVisitor {
        /** Called once a pair; zones count from 1. */
        void visit(int from, int to, double number);
    }

    /** Index of the first pair of an origin (from 0); pairs of one origin ascend by destination. */
    int firstPair(int origin) {
        return start[origin];
    }

    /** Destination of a pair, from 0. */
    int destination(int pair) {
        return destination[pair];
    }

    /** Trips of a pair; positive. */
    double trips(int pair) {
        return trips[pair];
    }

    private static void requireZone(String name, int zone, int zones) {
        if (zone < 1 || zone > zones) {
            throw new IllegalArgumentException(
                    "%s %d is no zone; allowed are 1 to %d".formatted(name, zone, zones));
        }
    }

    /** Collects trips in any order; those of one pair add up. */
    public static final class Builder {
        private final int zones;
        private int count;
        private int[] from = new int[1024];
        private int[] to = new int[1024];
        private double[] trips = new double[1024];
        private double intrazonal;

        private Builder(int zones) {
            if (zones < 1) {
                throw new IllegalArgumentException(
                        "%d zones; allowed are numbers from 1".formatted(zones));
            }
            this.zones = zones;
        }

        /**
         * Adds trips to a pair.
         *
         * @param origin zone, from 1
         * @param destination zone, from 1
         * @param number of trips, not negative; need not be whole
         * @throws IllegalArgumentException naming the pair, the value and what is allowed
         */
        public Builder add(int origin, int destination, double number) {
            requireZone("origin", origin, zones);
            requireZone("destination", destination, zones);
            if (!(number >= 0 && number < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "%s trips from %d to %d; allowed are numbers from 0"
                                .formatted(number, origin, destination));
            }
            if (origin == destination) {
                intrazonal += number;
            } else if (number > 0) {
                append(origin - 1, destination - 1, number);
            }
            return this;
        }

        private void append(int origin, int destination, double number) {
            if (count == from.length) {
                from = Arrays.copyOf(from, 2 * count);
                to = Arrays.copyOf(to, 2 * count);
                trips = Arrays.copyOf(trips, 2 * count);
            }
            from[count] = origin;
            to[count] = destination;
            trips[count++] = number;
        }

        /** The table of what was added so far. */
        public TripTable build() {
            var entered = new int[count];
            Arrays.setAll(entered, entry -> entry);
            int[] order = sortedBy(from, sortedBy(to, entered));
            var start = new int[zones + 1];
            var destination = new int[count];
            var sum = new double[count];
            int pairs = 0;
            int before = -1;
            for (int entry : order) {
                boolean repeated =
                        before >= 0 && from[before] == from[entry] && to[before] == to[entry];
                if (!repeated) {
                    destination[pairs++] = to[entry];
                    start[from[entry] + 1]++;
                }
                sum[pairs - 1] += trips[entry];
                before = entry;
            }
            for (int origin = 0; origin < zones; origin++) {
                start[origin + 1] += start[origin];
            }
            return new TripTable(
                    zones,
                    start,
                    Arrays.copyOf(destination, pairs),
                    Arrays.copyOf(sum, pairs),
                    intrazonal);
        }

        /** A counting sort that keeps the order of equal keys. */
        private int[] sortedBy(int[] key, int[] order) {
            var next = new int[zones + 1];
            for (int entry : order) {
                next[key[entry] + 1]++;
            }
            for (int zone = 0; zone < zones; zone++) {
                next[zone + 1] += next[zone];
            }
            var sorted = new int[order.length];
            for (int entry : order) {
                sorted[next[key[entry]]++] = entry;
            }
            return sorted;
        }
    }
}

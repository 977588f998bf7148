package town.nagar.engine.people;

import java.util.Arrays;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Purpose;

/** Who watches whom: for each person the people whose conduct counts. */
public final class NeighbourNetwork {
    private static final int MOST_NEIGHBOURS = 256;
    private static final Purpose REWIRE = new Purpose(1_004, "neighbour who is met elsewhere");
    private static final Purpose STRANGER = new Purpose(1_005, "who is met elsewhere");

    private final int[] first;
    private final int[] neighbour;

    private NeighbourNetwork(int[] first, int[] neighbour) {
        this.first = first;
        this.neighbour = neighbour;
    }

    /**
     * A ring in which each watches the next {@code each} people, half to either side, some of them
     * replaced by anyone (Watts, Strogatz: Collective dynamics of small-world networks. Nature 393
     * (1998) 440-442; here watching need not be mutual).
     *
     * @param people more than {@code each}
     * @param each even, 2 to 256
     * @param rewired probability that a place is replaced, 0 to 1
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static NeighbourNetwork smallWorld(int people, int each, double rewired, long seed) {
        boolean each2To256 = each >= 2 && each <= MOST_NEIGHBOURS && each % 2 == 0;
        if (people <= each || !each2To256 || !(rewired >= 0 && rewired <= 1)) {
            throw new IllegalArgumentException(
                    "%d people, each watching %d, rewired %s; allowed are more people than watched, 2 to %d even, 0 to 1"
                            .formatted(people, each, rewired, MOST_NEIGHBOURS));
        }
        var first = new int[people + 1];
        Arrays.setAll(first, person -> person * each);
        var neighbour = new int[people * each];
        var chance = Chance.of(seed, 0);
        for (int person = 0; person < people; person++) {
            for (int place = 0; place < each; place++) {
                neighbour[person * each + place] =
                        chance.uniform(person, place, REWIRE) < rewired
                                ? stranger(chance, person, place, people)
                                : onTheRing(person, place, each, people);
            }
        }
        return new NeighbourNetwork(first, neighbour);
    }

    private static int onTheRing(int person, int place, int each, int people) {
        int half = each / 2;
        int step = place < half ? place - half : place - half + 1;
        return Math.floorMod(person + step, people);
    }

    private static int stranger(Chance chance, int person, int place, int people) {
        double u = chance.uniform(person, place, STRANGER);
        int other = (int) (u * (people - 1));
        return other < person ? other : other + 1;
    }

    /**
     * Everyone watches those within a radius, up to 256 in the order of the grid.
     *
     * @param x metres, one a person
     * @param y metres, one a person
     * @throws IllegalArgumentException as {@link SpatialGrid#of}
     */
    public static NeighbourNetwork spatial(double[] x, double[] y, double radiusMetres) {
        var grid = SpatialGrid.of(x, y, radiusMetres);
        var near = new int[MOST_NEIGHBOURS];
        var first = new int[x.length + 1];
        for (int person = 0; person < x.length; person++) {
            int found = Math.min(grid.neighbours(person, near), MOST_NEIGHBOURS);
            first[person + 1] = first[person] + found;
        }
        var neighbour = new int[first[x.length]];
        for (int person = 0; person < x.length; person++) {
            grid.neighbours(person, near);
            System.arraycopy(near, 0, neighbour, first[person], first[person + 1] - first[person]);
        }
        return new NeighbourNetwork(first, neighbour);
    }

    /** People in the network. */
    public int people() {
        return first.length - 1;
    }

    /** How many a person watches. */
    public int degree(int person) {
        return first[person + 1] - first[person];
    }

    /**
     * Whom a person watches in one place.
     *
     * @param place 0 to {@link #degree} - 1
     */
    public int neighbour(int person, int place) {
        return neighbour[first[person] + place];
    }
}

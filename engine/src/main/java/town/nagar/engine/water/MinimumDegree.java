package town.nagar.engine.water;

import java.util.Arrays;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The order in which a symmetric matrix is eliminated, and which entries its factor then has.
 *
 * <p>Always the unknown with the fewest neighbours goes next, the lowest of several; its neighbours
 * become neighbours of one another (George and Liu, The evolution of the minimum degree ordering
 * algorithm, SIAM Review 31, 1989).
 */
final class MinimumDegree {
    private final int[][] neighbours;
    private final int[] degree;
    private final int[] stamp;
    private int stampValue;

    /** Unknown that is eliminated k-th. */
    final int[] unknownAt;

    /** When each unknown is eliminated. */
    final int[] placeOf;

    /** For each place the later places its column of the factor has entries at, rising. */
    final int[][] column;

    /**
     * Orders a matrix of n unknowns with an entry between first[i] and second[i].
     *
     * @param first pairs may repeat and may join an unknown with itself
     */
    MinimumDegree(int n, int[] first, int[] second) {
        neighbours = new int[n][4];
        degree = new int[n];
        stamp = new int[n];
        unknownAt = new int[n];
        placeOf = new int[n];
        column = new int[n][];
        for (int i = 0; i < first.length; i++) {
            join(first[i], second[i]);
        }
        eliminateAll(n);
    }

    private void join(int a, int b) {
        if (a != b && !contains(a, b)) {
            append(a, b);
            append(b, a);
        }
    }

    private boolean contains(int a, int b) {
        for (int i = 0; i < degree[a]; i++) {
            if (neighbours[a][i] == b) {
                return true;
            }
        }
        return false;
    }

    private void append(int a, int b) {
        if (degree[a] == neighbours[a].length) {
            neighbours[a] = Arrays.copyOf(neighbours[a], 2 * degree[a]);
        }
        neighbours[a][degree[a]++] = b;
    }

    private void eliminateAll(int n) {
        NavigableSet<Long> queue = new TreeSet<>();
        for (int i = 0; i < n; i++) {
            queue.add(rank(i));
        }
        int[][] later = new int[n][];
        for (int place = 0; place < n; place++) {
            int unknown = (int) (queue.removeFirst() & 0xffff_ffffL);
            unknownAt[place] = unknown;
            placeOf[unknown] = place;
            later[place] = Arrays.copyOf(neighbours[unknown], degree[unknown]);
            eliminate(unknown, later[place], queue);
        }
        for (int place = 0; place < n; place++) {
            column[place] = Arrays.stream(later[place]).map(u -> placeOf[u]).sorted().toArray();
        }
    }

    private long rank(int unknown) {
        return ((long) degree[unknown] << 32) | unknown;
    }

    private void eliminate(int unknown, int[] clique, NavigableSet<Long> queue) {
        for (int member : clique) {
            queue.remove(rank(member));
            remove(member, unknown);
            addAll(member, clique);
            queue.add(rank(member));
        }
    }

    private void remove(int member, int unknown) {
        int[] list = neighbours[member];
        int i = 0;
        while (list[i] != unknown) {
            i++;
        }
        list[i] = list[--degree[member]];
    }

    private void addAll(int member, int[] clique) {
        stampValue++;
        stamp[member] = stampValue;
        for (int i = 0; i < degree[member]; i++) {
            stamp[neighbours[member][i]] = stampValue;
        }
        for (int other : clique) {
            if (stamp[other] != stampValue) {
                append(member, other);
            }
        }
    }
}

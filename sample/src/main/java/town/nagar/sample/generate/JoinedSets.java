package town.nagar.sample.generate;

import java.util.Arrays;

/** Sets of nodes that grow together: union-find with path halving (Tarjan and van Leeuwen 1984). */
final class JoinedSets {
    private final int[] parent;

    JoinedSets(int nodes) {
        parent = new int[nodes];
        Arrays.setAll(parent, node -> node);
    }

    /** Joins the sets of two nodes; false if they were one already. */
    boolean join(int a, int b) {
        int rootA = root(a);
        int rootB = root(b);
        parent[rootA] = rootB;
        return rootA != rootB;
    }

    private int root(int start) {
        int node = start;
        while (parent[node] != node) {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }
        return node;
    }
}

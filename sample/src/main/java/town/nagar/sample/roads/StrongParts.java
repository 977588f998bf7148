package town.nagar.sample.roads;

import java.util.Arrays;

/**
 * The strongly connected parts of a directed graph.
 *
 * <p>Tarjan, Depth-First Search and Linear Graph Algorithms, SIAM J. Comput. 1(2), 1972; with a
 * stack of its own, because a street network is deeper than a thread's.
 */
public final class StrongParts {
    private static final int UNSEEN = -1;

    private final int[] start;
    private final int[] target;
    private final int[] order;
    private final int[] low;
    private final int[] part;
    private final int[] next;
    private final int[] path;
    private final int[] open;
    private int pathLength;
    private int openCount;
    private int seen;
    private int parts;

    /**
     * @param nodes how many; they are 0 to nodes - 1
     * @param ends each link as {from, to}
     */
    public StrongParts(int nodes, int[][] ends) {
        start = new int[nodes + 1];
        target = new int[ends.length];
        order = new int[nodes];
        low = new int[nodes];
        part = new int[nodes];
        path = new int[nodes];
        open = new int[nodes];
        packByFrom(ends);
        next = Arrays.copyOf(start, nodes);
        Arrays.fill(order, UNSEEN);
        Arrays.fill(part, UNSEEN);
    }

    private void packByFrom(int[][] ends) {
        for (int[] end : ends) {
            start[end[0] + 1]++;
        }
        for (int node = 1; node < start.length; node++) {
            start[node] += start[node - 1];
        }
        int[] free = start.clone();
        for (int[] end : ends) {
            target[free[end[0]]++] = end[1];
        }
    }

    /** The number of the part of each node, from 0. */
    public int[] partOfNodes() {
        for (int node = 0; node < order.length; node++) {
            if (order[node] == UNSEEN) {
                explore(node);
            }
        }
        return part.clone();
    }

    private void explore(int root) {
        enter(root);
        while (pathLength > 0) {
            int node = path[pathLength - 1];
            if (next[node] < start[node + 1]) {
                visit(node, target[next[node]++]);
            } else {
                leave(node);
            }
        }
    }

    private void enter(int node) {
        order[node] = seen;
        low[node] = seen++;
        path[pathLength++] = node;
        open[openCount++] = node;
    }

    private void visit(int node, int neighbour) {
        if (order[neighbour] == UNSEEN) {
            enter(neighbour);
        } else if (part[neighbour] == UNSEEN) {
            low[node] = Math.min(low[node], order[neighbour]);
        }
    }

    private void leave(int node) {
        pathLength--;
        if (pathLength > 0) {
            int parent = path[pathLength - 1];
            low[parent] = Math.min(low[parent], low[node]);
        }
        if (low[node] == order[node]) {
            closePart(node);
        }
    }

    private void closePart(int root) {
        int member;
        do {
            member = open[--openCount];
            part[member] = parts;
        } while (member != root);
        parts++;
    }
}

package town.nagar.engine.traffic;

import java.util.Arrays;

/**
 * A tree of cheapest routes from every origin, kept from one set of link costs to the next.
 *
 * <p>After a change of costs a tree is not grown anew: the distances along the old tree are upper
 * bounds, and only nodes for which some link beats them are corrected. Each origin takes 8 bytes a
 * node. Ties keep the older route.
 */
final class ShortestTrees {
    /** No link: at the root and at nodes that cannot be reached. */
    static final int NONE = -1;

    /** Cost from the origin of the latest tree to each node; infinite where there is no way. */
    final double[] distance;

    /** Whether the route to each node differs from the one before the latest repair. */
    final boolean[] rerouted;

    private final ForwardStar star;
    private final int[][] lastLink;
    private final int[][] outward;
    private final NodeHeap heap;
    private final int[] place;
    private final int[] chain;
    private final int[] arranged;

    ShortestTrees(ForwardStar star, int origins) {
        int nodes = star.nodes();
        this.star = star;
        this.distance = new double[nodes];
        this.rerouted = new boolean[nodes];
        this.lastLink = new int[origins][];
        this.outward = new int[origins][];
        this.heap = new NodeHeap(distance);
        this.place = new int[nodes];
        this.chain = new int[nodes];
        this.arranged = new int[nodes];
    }

    /** Link by which the tree of an origin reaches each node, or {@link #NONE}. */
    int[] lastLink(int origin) {
        return lastLink[origin];
    }

    /** Nodes the tree of an origin reaches, each after the one before it on its route. */
    int[] outward(int origin) {
        return outward[origin];
    }

    /**
     * Finds the cheapest routes from one origin for these costs.
     *
     * @param cost not negative, one value a link
     * @return whether any route differs from the one before; true for a tree just grown
     */
    boolean update(int origin, double[] cost) {
        return lastLink[origin] == null ? grow(origin, cost) : repair(origin, cost);
    }

    /** Drops all trees. */
    void forget() {
        Arrays.fill(lastLink, null);
        Arrays.fill(outward, null);
    }

    /** Dijkstra's algorithm. */
    private boolean grow(int origin, double[] cost) {
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        Arrays.fill(rerouted, true);
        var link = new int[star.nodes()];
        Arrays.fill(link, NONE);
        distance[origin] = 0;
        heap.put(origin);
        int reached = 0;
        while (!heap.isEmpty()) {
            int node = heap.take();
            arranged[reached++] = node;
            relax(node, origin, link, cost);
        }
        lastLink[origin] = link;
        outward[origin] = Arrays.copyOf(arranged, reached);
        return true;
    }

    private boolean repair(int origin, double[] cost) {
        int[] link = lastLink[origin];
        int[] order = outward[origin];
        follow(order, link, cost);
        boolean changed = sweep(order, link, cost);
        while (!heap.isEmpty()) {
            relax(heap.take(), origin, link, cost);
        }
        if (changed) {
            rearrange(order, link);
        }
        return changed;
    }

    /** Distances along the old tree under the new costs. */
    private void follow(int[] order, int[] link, double[] cost) {
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        Arrays.fill(rerouted, false);
        distance[order[0]] = 0;
        place[order[0]] = 0;
        for (int index = 1; index < order.length; index++) {
            int node = order[index];
            int via = link[node];
            distance[node] = distance[star.tail[via]] + cost[via];
            place[node] = index;
        }
    }

    /** Tries every link once, outward; nodes improved too late for their turn go to the heap. */
    private boolean sweep(int[] order, int[] link, double[] cost) {
        int[] start = star.start;
        int[] head = star.head;
        boolean changed = false;
        for (int index = 0; index < order.length; index++) {
            int node = order[index];
            if (node < star.firstThrough && index > 0) {
                continue;
            }
            double here = distance[node];
            for (int via = start[node]; via < start[node + 1]; via++) {
                int next = head[via];
                double there = here + cost[via];
                if (there < distance[next]) {
                    distance[next] = there;
                    link[next] = via;
                    rerouted[next] = true;
                    changed = true;
                    if (place[next] <= index) {
                        heap.put(next);
                    }
                }
            }
        }
        return changed;
    }

    private void relax(int node, int origin, int[] link, double[] cost) {
        if (node < star.firstThrough && node != origin) {
            return;
        }
        double here = distance[node];
        for (int via = star.start[node]; via < star.start[node + 1]; via++) {
            int next = star.head[via];
            double there = here + cost[via];
            if (there < distance[next]) {
                distance[next] = there;
                link[next] = via;
                rerouted[next] = true;
                heap.put(next);
            }
        }
    }

    /** Puts every node behind the one before it again, and passes rerouting on outward. */
    private void rearrange(int[] order, int[] link) {
        for (int node : order) {
            place[node] = NONE;
        }
        int count = 0;
        place[order[0]] = 0;
        arranged[count++] = order[0];
        for (int node : order) {
            int waiting = 0;
            for (int on = node; place[on] == NONE; on = star.tail[link[on]]) {
                place[on] = 0;
                chain[waiting++] = on;
            }
            while (waiting > 0) {
                int on = chain[--waiting];
                rerouted[on] |= rerouted[star.tail[link[on]]];
                arranged[count++] = on;
            }
        }
        System.arraycopy(arranged, 0, order, 0, count);
    }
}

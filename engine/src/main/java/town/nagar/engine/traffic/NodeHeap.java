package town.nagar.engine.traffic;

import java.util.Arrays;

/** Nodes waiting for their turn, the one with the least key first; a binary heap on arrays. */
final class NodeHeap {
    private static final int OUTSIDE = -1;

    private final double[] key;
    private final int[] waiting;
    private final int[] slot;
    private int size;

    /**
     * @param key read at each comparison, one slot a node; may fall while a node waits if {@link
     *     #put} is called then
     */
    NodeHeap(double[] key) {
        this.key = key;
        this.waiting = new int[key.length];
        this.slot = new int[key.length];
        Arrays.fill(slot, OUTSIDE);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Lets a node wait, or moves it forward after its key fell. */
    void put(int node) {
        int at = slot[node] == OUTSIDE ? size++ : slot[node];
        double mine = key[node];
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (key[waiting[parent]] <= mine) {
                break;
            }
            set(at, waiting[parent]);
            at = parent;
        }
        set(at, node);
    }

    /** Takes out the node with the least key; there must be one. */
    int take() {
        int least = waiting[0];
        slot[least] = OUTSIDE;
        int last = waiting[--size];
        if (size > 0) {
            sink(last);
        }
        return least;
    }

    private void sink(int node) {
        double mine = key[node];
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && key[waiting[child + 1]] < key[waiting[child]]) {
                child++;
            }
            if (mine <= key[waiting[child]]) {
                break;
            }
            set(at, waiting[child]);
            at = child;
        }
        set(at, node);
    }

    private void set(int at, int node) {
        waiting[at] = node;
        slot[node] = at;
    }
}

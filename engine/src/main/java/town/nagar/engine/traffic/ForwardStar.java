package town.nagar.engine.traffic;

/** The network's links sorted by the node they leave, nodes from 0. */
final class ForwardStar {
    /** First link leaving each node, and one more slot for the end. */
    final int[] start;

    final int[] tail;
    final int[] head;

    /** Nodes below this one are not passed through. */
    final int firstThrough;

    private final int[] given;

    ForwardStar(RoadNetwork network) {
        int links = network.links().size();
        this.firstThrough = network.firstThroughNode() - 1;
        this.start = new int[network.nodes() + 1];
        this.tail = new int[links];
        this.head = new int[links];
        this.given = new int[links];
        for (RoadLink link : network.links()) {
            start[link.from()]++;
        }
        for (int node = 0; node < network.nodes(); node++) {
            start[node + 1] += start[node];
        }
        place(network);
    }

    private void place(RoadNetwork network) {
        int[] next = start.clone();
        for (int index = 0; index < given.length; index++) {
            RoadLink link = network.links().get(index);
            int at = next[link.from() - 1]++;
            tail[at] = link.from() - 1;
            head[at] = link.to() - 1;
            given[at] = index;
        }
    }

    int nodes() {
        return start.length - 1;
    }

    int links() {
        return tail.length;
    }

    /** Index in the order the network's links were given. */
    int given(int link) {
        return given[link];
    }
}

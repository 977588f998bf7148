package town.nagar.engine.water;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import town.nagar.engine.water.network.Network;

/** Which nodes no water can reach, and the shut links that part them from the rest. */
final class CutOffNodes {
    private final Network network;
    private final Layout layout;
    private final State state;
    private final int[] start;
    private final int[] touching;
    private final boolean[] reached;
    private final int[] queue;
    private final boolean[] shut;

    CutOffNodes(Network network, Layout layout, State state) {
        this.network = network;
        this.layout = layout;
        this.state = state;
        start = new int[layout.nodeCount + 1];
        touching = new int[2 * layout.linkCount];
        for (int k = 0; k < layout.linkCount; k++) {
            start[layout.from[k] + 1]++;
            start[layout.to[k] + 1]++;
        }
        for (int i = 0; i < layout.nodeCount; i++) {
            start[i + 1] += start[i];
        }
        int[] next = start.clone();
        for (int k = 0; k < layout.linkCount; k++) {
            touching[next[layout.from[k]]++] = k;
            touching[next[layout.to[k]]++] = k;
        }
        reached = new boolean[layout.nodeCount];
        queue = new int[layout.nodeCount];
        shut = new boolean[layout.linkCount];
    }

    /** Forgets what was seen last. */
    void clear() {
        Arrays.fill(shut, false);
        Arrays.fill(reached, false);
    }

    /** Whether other links are shut than at the last look and some node is cut off. */
    boolean hasNews(boolean firstLook) {
        boolean news = firstLook;
        for (int k = 0; k < layout.linkCount; k++) {
            boolean now = state.isShut(k);
            news |= now != shut[k];
            shut[k] = now;
        }
        return news && spread() < layout.nodeCount;
    }

    /** Marks all nodes water reaches; returns how many. */
    private int spread() {
        Arrays.fill(reached, false);
        int filled = 0;
        for (int i = 0; i < layout.nodeCount; i++) {
            if (i >= layout.junctionCount || state.wanted[i] < 0) {
                reached[i] = true;
                queue[filled++] = i;
            }
        }
        for (int looked = 0; looked < filled; looked++) {
            filled = spreadFrom(queue[looked], filled);
        }
        return filled;
    }

    private int spreadFrom(int node, int filledBefore) {
        int filled = filledBefore;
        for (int t = start[node]; t < start[node + 1]; t++) {
            int k = touching[t];
            int other = layout.from[k] == node ? layout.to[k] : layout.from[k];
            if (!reached[other] && !shut[k] && (layout.from[k] == node || !isOneWay(k))) {
                reached[other] = true;
                queue[filled++] = other;
            }
        }
        return filled;
    }

    private boolean isOneWay(int k) {
        int kind = layout.kind[k];
        return kind == Layout.CHECK_VALVE
                || kind == Layout.PUMP
                || kind == Layout.PRV
                || kind == Layout.PSV;
    }

    /** Whether water reached a node at the last look. */
    boolean isReached(int node) {
        return reached[node];
    }

    /** The nodes cut off at the last look, in groups that hang together. */
    List<Diagnosis.CutOff> groups(long time) {
        List<Diagnosis.CutOff> groups = new ArrayList<>();
        boolean[] grouped = reached.clone();
        for (int i = 0; i < layout.nodeCount; i++) {
            if (!grouped[i]) {
                groups.add(group(time, i, grouped));
            }
        }
        return groups;
    }

    private Diagnosis.CutOff group(long time, int first, boolean[] grouped) {
        List<Integer> members = new ArrayList<>(List.of(first));
        List<String> closed = new ArrayList<>();
        grouped[first] = true;
        for (int looked = 0; looked < members.size(); looked++) {
            int node = members.get(looked);
            for (int t = start[node]; t < start[node + 1]; t++) {
                int k = touching[t];
                int other = layout.from[k] == node ? layout.to[k] : layout.from[k];
                if (shut[k] && reached[other]) {
                    closed.add(network.links().get(k).id());
                } else if (!shut[k] && !grouped[other]) {
                    grouped[other] = true;
                    members.add(other);
                }
            }
        }
        List<String> names =
                members.stream().sorted().map(i -> network.nodes().get(i).id()).toList();
        return new Diagnosis.CutOff(time, names, closed);
    }
}

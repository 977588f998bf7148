package town.nagar.engine.water;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Where each link and node stands in the linear equations of a Newton step. */
final class LinkPlaces {
    private final Layout layout;
    private final State state;
    private final int[] slot;

    /** Place of each node; that of no unknown for reservoirs and tanks. */
    final int[] place;

    final SparseCholesky equations;

    /** Links between a junction and a reservoir or tank. */
    private final int[] toSource;

    LinkPlaces(Layout layout, State state) {
        this.layout = layout;
        this.state = state;
        int junctions = layout.junctionCount;
        int[] inner =
                IntStream.range(0, layout.linkCount)
                        .filter(k -> layout.from[k] < junctions && layout.to[k] < junctions)
                        .toArray();
        equations =
                new SparseCholesky(
                        junctions,
                        IntStream.of(inner).map(k -> layout.from[k]).toArray(),
                        IntStream.of(inner).map(k -> layout.to[k]).toArray());
        place =
                IntStream.range(0, layout.nodeCount)
                        .map(i -> i < junctions ? equations.placeOf(i) : equations.noPlace())
                        .toArray();
        slot = new int[layout.linkCount];
        Arrays.fill(slot, equations.noSlot());
        for (int k : inner) {
            slot[k] = equations.slotOf(layout.from[k], layout.to[k]);
        }
        toSource =
                IntStream.range(0, layout.linkCount)
                        .filter(k -> layout.from[k] < junctions != layout.to[k] < junctions)
                        .toArray();
    }

    /** Adds pipes, pumps and simple valves. */
    void addAll(int[] links, LinkLaws laws, double[] balance) {
        for (int k : links) {
            add(k, laws.conductance[k], laws.correction[k], balance);
        }
    }

    void add(int k, double conductance, double correction, double[] balance) {
        int from = layout.from[k];
        int to = layout.to[k];
        double q = state.flow[k];
        balance[from] -= q;
        balance[to] += q;
        equations.below[slot[k]] -= conductance;
        equations.diagonal[place[from]] += conductance;
        equations.diagonal[place[to]] += conductance;
        equations.rhs[place[from]] += correction;
        equations.rhs[place[to]] -= correction;
    }

    void addConductance(int k, double conductance) {
        equations.below[slot[k]] -= conductance;
        equations.diagonal[place[layout.from[k]]] += conductance;
        equations.diagonal[place[layout.to[k]]] += conductance;
    }

    void addInflow(int node, double inflow) {
        equations.rhs[place[node]] += inflow;
    }

    /** Known heads at the far ends of links go to the right-hand side. */
    void addSources(LinkLaws laws) {
        for (int k : toSource) {
            boolean fromSource = layout.from[k] >= layout.junctionCount;
            int source = fromSource ? layout.from[k] : layout.to[k];
            int junction = fromSource ? layout.to[k] : layout.from[k];
            equations.rhs[place[junction]] += laws.conductance[k] * state.head[source];
        }
    }

    void force(int node, double head) {
        equations.rhs[place[node]] += head * Tolerances.FORCE;
        equations.diagonal[place[node]] += Tolerances.FORCE;
    }
}

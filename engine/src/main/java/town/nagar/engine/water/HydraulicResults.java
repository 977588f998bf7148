package town.nagar.engine.water;

import java.util.List;
import town.nagar.engine.water.network.Network;

/** What a run found at each report time; one slot a node or link, in metres and m3/s. */
public final class HydraulicResults {
    private final Network network;
    private final Layout layout;
    private final int times;
    private final long[] timeSeconds;
    private final double[][] head;
    private final double[][] demand;
    private final double[][] flow;
    private final int[][] status;
    private final List<Diagnosis> diagnoses;
    private final int solutions;
    private final int iterations;

    HydraulicResults(Network network, Layout layout, Recorder recorder, List<Diagnosis> diagnoses) {
        this.network = network;
        this.layout = layout;
        this.diagnoses = List.copyOf(diagnoses);
        times = recorder.count;
        timeSeconds = recorder.timeSeconds;
        head = recorder.head;
        demand = recorder.demand;
        flow = recorder.flow;
        status = recorder.status;
        solutions = recorder.solutions;
        iterations = recorder.iterations;
    }

    /** The rows of a run while it is under way. */
    static final class Recorder {
        private final long[] timeSeconds;
        private final double[][] head;
        private final double[][] demand;
        private final double[][] flow;
        private final int[][] status;
        private int count;
        private int solutions;
        private int iterations;

        Recorder(Layout layout, int most) {
            timeSeconds = new long[most];
            head = new double[most][layout.nodeCount];
            demand = new double[most][layout.nodeCount];
            flow = new double[most][layout.linkCount];
            status = new int[most][layout.linkCount];
        }

        void count(GradientSolver solver) {
            solutions++;
            iterations += solver.iterations();
        }

        void record(long time, State state) {
            timeSeconds[count] = time;
            System.arraycopy(state.head, 0, head[count], 0, state.head.length);
            System.arraycopy(state.outflow, 0, demand[count], 0, state.outflow.length);
            for (int k = 0; k < state.flow.length; k++) {
                status[count][k] = state.status[k];
                flow[count][k] = state.isShut(k) ? 0 : state.flow[k];
            }
            count++;
        }
    }

    public Network network() {
        return network;
    }

    /** How many report times there are. */
    public int count() {
        return times;
    }

    /** Seconds since the run began of a report time. */
    public long timeSeconds(int report) {
        return timeSeconds[report];
    }

    /** Height of the water column above the datum. */
    public double headMetres(int report, int node) {
        return head[report][node];
    }

    /** Head above the ground at junctions, above the bottom in tanks. */
    public double pressureMetres(int report, int node) {
        return head[report][node] - layout.elevation[node];
    }

    /** What leaves at a junction, leaks included; what flows into a reservoir or tank. */
    public double demandM3PerSecond(int report, int node) {
        return demand[report][node];
    }

    /** Positive from a link's first to its second node; 0 in a shut link. */
    public double flowM3PerSecond(int report, int link) {
        return flow[report][link];
    }

    /** Mean speed of the water; 0 in pumps. */
    public double velocityMetresPerSecond(int report, int link) {
        double area = layout.area[link];
        return area > 0 ? Math.abs(flow[report][link]) / area : 0;
    }

    /** Head lost along an open link; what a pump gains is negative; 0 for a shut link. */
    public double headLossMetres(int report, int link) {
        if (!isOpen(report, link)) {
            return 0;
        }
        double drop = head[report][layout.from[link]] - head[report][layout.to[link]];
        return layout.kind[link] == Layout.PUMP ? drop : Math.abs(drop);
    }

    public boolean isOpen(int report, int link) {
        return status[report][link] > Status.CLOSED;
    }

    /** Whether a valve is at work, neither fully open nor shut. */
    public boolean isActive(int report, int link) {
        return status[report][link] >= Status.ACTIVE;
    }

    /** What the user should know about the run. */
    public List<Diagnosis> diagnoses() {
        return diagnoses;
    }

    /** Instants that were solved for; more than report times where tanks or controls cut steps. */
    public int solutions() {
        return solutions;
    }

    /** Newton steps of all solutions. */
    public int iterations() {
        return iterations;
    }
}

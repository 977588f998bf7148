package town.nagar.engine.water;

import java.util.Arrays;
import java.util.List;
import town.nagar.engine.water.network.LinkAction;
import town.nagar.engine.water.network.Network;

/**
 * A network that is moved through time by a larger simulation, with demands handed in.
 *
 * <p>Arrays hold one slot a node or link in the order of the network, in metres and m3/s; demands
 * one slot a junction. Stepping allocates nothing. One thread at a time may use a solver.
 */
public final class HydraulicSolver {
    private final ExtendedPeriod period;
    private final double[] suppliedM3;

    /** Prepares a network; tanks stand at their initial levels. */
    public HydraulicSolver(Network network) {
        this(network, List.of());
    }

    /** The same with leaks that open and close at their times. */
    public HydraulicSolver(Network network, List<Leak> leaks) {
        period = new ExtendedPeriod(network, leaks);
        suppliedM3 = new double[period.layout.nodeCount];
    }

    /** Back to the beginning: initial levels, initial statuses, time 0. */
    public void reset() {
        period.reset();
        Arrays.fill(suppliedM3, 0);
    }

    /** Seconds since the beginning. */
    public long timeSeconds() {
        return period.time();
    }

    public int junctionCount() {
        return period.layout.junctionCount;
    }

    /**
     * Finds heads and flows now without letting time pass.
     *
     * @param demandM3PerSecond one slot a junction
     */
    public void solve(double[] demandM3PerSecond) {
        take(demandM3PerSecond);
        period.solve();
    }

    /**
     * Lets time pass under steady demands; tanks that run full or empty, controls, rules and leaks
     * act at their second. Heads and flows are then those of the last solution on the way, tank
     * levels those at the end.
     *
     * @param demandM3PerSecond one slot a junction
     */
    public void advance(double[] demandM3PerSecond, long seconds) {
        take(demandM3PerSecond);
        long end = period.time() + seconds;
        while (period.time() < end) {
            period.solve();
            long ran = period.advance(end - period.time());
            for (int i = 0; i < suppliedM3.length; i++) {
                suppliedM3[i] += period.state.outflow[i] * ran;
            }
        }
    }

    private void take(double[] demandM3PerSecond) {
        if (demandM3PerSecond.length != period.layout.junctionCount) {
            throw new IllegalArgumentException(
                    "%d demands for %d junctions"
                            .formatted(demandM3PerSecond.length, period.layout.junctionCount));
        }
        System.arraycopy(demandM3PerSecond, 0, period.state.wanted, 0, demandM3PerSecond.length);
    }

    /** Opens, closes or sets a link; controls and rules may change it again. */
    public void act(int link, LinkAction action) {
        period.state.act(link, action);
    }

    public double headMetres(int node) {
        return period.state.head[node];
    }

    public double pressureMetres(int node) {
        return period.state.head[node] - period.layout.elevation[node];
    }

    /** What leaves at a junction, leaks included; what flows into a reservoir or tank. */
    public double outflowM3PerSecond(int node) {
        return period.state.outflow[node];
    }

    /** What users at a junction get; less than they want where demand follows pressure. */
    public double deliveredM3PerSecond(int junction) {
        return period.state.delivered[junction];
    }

    public double flowM3PerSecond(int link) {
        return period.state.isShut(link) ? 0 : period.state.flow[link];
    }

    public boolean isOpen(int link) {
        return !period.state.isShut(link);
    }

    /** What has left at a node since the beginning, leaks included. */
    public double suppliedM3(int node) {
        return suppliedM3[node];
    }

    /** Whether the last solution met the network's accuracy. */
    public boolean converged() {
        return period.solver.converged();
    }

    /** Sum of the last flow changes over the sum of flows. */
    public double residual() {
        return period.solver.residual();
    }

    /** What the user should know about the time since the beginning. */
    public List<Diagnosis> diagnoses() {
        return period.log.diagnoses();
    }
}

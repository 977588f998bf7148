package town.nagar.engine.town;

import java.util.Arrays;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.policy.Policy;
import town.nagar.engine.water.HydraulicSolver;

/**
 * What the pipes deliver under a policy.
 *
 * <p>The network is solved once for each set of zones whose valves are open in some hour, at each
 * of {@link #LEVELS} of demand, everyone drawing alike; tanks of the network stand at their initial
 * levels, and demand follows pressure. An hour of a run lies between two levels by all that is
 * wanted then; shares delivered and leaks are read off a straight line between them, so that each
 * hour's water balances as the solutions do.
 */
final class WaterTable {
    /** Demand of open zones as multiples of their mean use. */
    private static final double[] LEVELS = {0, 0.4, 0.7, 1, 1.4, 2, 3, 4.5, 7, 11};

    final int zones;

    /** Mean use of each zone, m3/s. */
    final double[] meanUse;

    final OpenValves valves;

    /** By pattern, level and zone: share of the wanted that is delivered. */
    private final double[][][] share;

    /** By pattern and level: leaks, m3/s. */
    private final double[][] leak;

    /** By pattern: mean use of the open zones, m3/s. */
    private final double[] patternUse;

    private final LeakyNetwork network;

    /** The largest share by which a solution's water did not balance. */
    double worstImbalance;

    WaterTable(TownPlan plan, Policy policy) {
        zones = plan.zones().size();
        network = new LeakyNetwork(plan);
        meanUse = network.meanUse;
        valves =
                new OpenValves(plan.water().supplyHours(), policy.water().supply(), network::feeds);
        int patterns = valves.open.length;
        patternUse = new double[patterns];
        share = new double[patterns][LEVELS.length][zones];
        leak = new double[patterns][LEVELS.length];
        HydraulicSolver solver = network.solver(policy.water().leakFactor());
        for (int pattern = 0; pattern < patterns; pattern++) {
            for (int zone = 0; zone < zones; zone++) {
                patternUse[pattern] += valves.open[pattern][zone] ? meanUse[zone] : 0;
            }
            for (int level = 0; level < LEVELS.length; level++) {
                solve(solver, pattern, level);
            }
        }
    }

    private void solve(HydraulicSolver solver, int pattern, int level) {
        double[] demand = network.demand(LEVELS[level], valves.open[pattern]);
        solver.reset();
        solver.solve(demand);
        double put = 0;
        double delivered = 0;
        double out = 0;
        for (int node = 0; node < network.nodes(); node++) {
            if (node < demand.length) {
                double got = Math.clamp(solver.deliveredM3PerSecond(node), 0, demand[node]);
                delivered += got;
                out += solver.outflowM3PerSecond(node);
                if (demand[node] > 0) {
                    int zone = network.zone(node);
                    share[pattern][level][zone] += got / (LEVELS[level] * meanUse[zone]);
                }
            } else {
                put -= solver.outflowM3PerSecond(node);
            }
        }
        leak[pattern][level] = Math.max(0, out - delivered);
        if (level == 0) {
            Arrays.fill(share[pattern][level], 1);
        }
        if (put > 0) {
            worstImbalance = Math.max(worstImbalance, Math.abs(put - out) / put);
        }
    }

    /** Where an amount lies between the levels of a pattern: level and share of the way. */
    double place(int pattern, double wantedM3PerSecond) {
        double multiple = patternUse[pattern] > 0 ? wantedM3PerSecond / patternUse[pattern] : 0;
        int below = LEVELS.length - 2;
        while (below > 0 && multiple < LEVELS[below]) {
            below--;
        }
        double way = (multiple - LEVELS[below]) / (LEVELS[below + 1] - LEVELS[below]);
        return below + Math.clamp(way, 0, 1);
    }

    /** Share of what a zone wants that it gets. */
    double share(int pattern, double place, int zone) {
        int below = Math.min((int) place, LEVELS.length - 2);
        double way = place - below;
        double low = share[pattern][below][zone];
        return low + way * (share[pattern][below + 1][zone] - low);
    }

    /** What leaks, m3/s. */
    double leak(int pattern, double place) {
        int below = Math.min((int) place, LEVELS.length - 2);
        double way = place - below;
        return leak[pattern][below] + way * (leak[pattern][below + 1] - leak[pattern][below]);
    }
}

package town.nagar.engine.town;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import town.nagar.engine.town.plan.HourSet;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.plan.WaterPlan;
import town.nagar.engine.town.policy.Policy;
import town.nagar.engine.town.policy.SupplyChange;
import town.nagar.engine.water.HydraulicSolver;
import town.nagar.engine.water.Leak;
import town.nagar.engine.water.network.Emitter;
import town.nagar.engine.water.network.Junction;
import town.nagar.engine.water.network.Network;
import town.nagar.engine.water.network.Options;
import town.nagar.engine.water.network.Options.DemandModel;

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

    private static final double LEAST_PRESSURE_METRES = 0;
    private static final double NEEDED_PRESSURE_METRES = 12;
    private static final double WAGNER = 0.5;
    private static final double LEAK_EXPONENT = 0.5;
    private static final double LITRES_A_M3 = 1000;
    private static final double SECONDS_A_DAY = 86_400;
    private static final int BISECTIONS = 24;

    final int zones;

    /** Mean use of each zone, m3/s. */
    final double[] meanUse;

    /** What valves let through of what a zone would draw, 0 to 1. */
    final double[] throttle;

    /** Which set of open zones each hour of the day has; -1 if none is open. */
    final int[] patternOfHour = new int[HourSet.HOURS_A_DAY];

    /** By pattern, level and zone: share of the wanted that is delivered. */
    private final double[][][] share;

    /** By pattern and level: leaks, m3/s. */
    private final double[][] leak;

    /** By pattern: mean use of the open zones, m3/s. */
    private final double[] patternUse;

    final boolean[][] open;

    private final Network network;
    private final int[] zoneOfJunction;
    private final int[] junctionsOfZone;

    /** The largest share by which a solution's water did not balance. */
    double worstImbalance;

    WaterTable(TownPlan plan, Policy policy) {
        WaterPlan water = plan.water();
        zones = plan.zones().size();
        network = pressureDriven(water.network());
        zoneOfJunction = water.zoneOfJunction().stream().mapToInt(Integer::intValue).toArray();
        junctionsOfZone = new int[zones];
        for (int zone : zoneOfJunction) {
            if (zone >= 0) {
                junctionsOfZone[zone]++;
            }
        }
        meanUse = new double[zones];
        throttle = new double[zones];
        for (int zone = 0; zone < zones; zone++) {
            meanUse[zone] =
                    plan.zones().get(zone).residents()
                            * water.litresPerHeadDay()
                            / LITRES_A_M3
                            / SECONDS_A_DAY;
        }
        var hours = hours(water, policy);
        open = patterns(hours);
        patternUse = new double[open.length];
        share = new double[open.length][LEVELS.length][zones];
        leak = new double[open.length][LEVELS.length];
        double coefficient = calibrate(water) * policy.water().leakFactor();
        var solver = solver(coefficient);
        for (int pattern = 0; pattern < open.length; pattern++) {
            for (int zone = 0; zone < zones; zone++) {
                patternUse[pattern] += open[pattern][zone] ? meanUse[zone] : 0;
            }
            for (int level = 0; level < LEVELS.length; level++) {
                solve(solver, pattern, level);
            }
        }
    }

    private List<HourSet> hours(WaterPlan water, Policy policy) {
        Arrays.fill(throttle, 1);
        List<HourSet> hours = new ArrayList<>(water.supplyHours());
        for (SupplyChange change : policy.water().supply()) {
            for (int zone = 0; zone < zones; zone++) {
                if (change.concerns(zone)) {
                    hours.set(zone, change.hours());
                    throttle[zone] = change.pressureFactor();
                }
            }
        }
        return hours;
    }

    /** Distinct sets of open zones; also tells each hour its own. */
    private boolean[][] patterns(List<HourSet> hours) {
        List<boolean[]> found = new ArrayList<>();
        for (int hour = 0; hour < HourSet.HOURS_A_DAY; hour++) {
            var opened = new boolean[zones];
            boolean some = false;
            for (int zone = 0; zone < zones; zone++) {
                opened[zone] = hours.get(zone).has(hour) && junctionsOfZone[zone] > 0;
                some |= opened[zone];
            }
            patternOfHour[hour] = some ? indexOf(opened, found) : Agents.NONE;
        }
        return found.toArray(boolean[][]::new);
    }

    private static int indexOf(boolean[] opened, List<boolean[]> found) {
        for (int known = 0; known < found.size(); known++) {
            if (Arrays.equals(found.get(known), opened)) {
                return known;
            }
        }
        found.add(opened);
        return found.size() - 1;
    }

    private static Network pressureDriven(Network given) {
        Options old = given.options();
        var options =
                new Options(
                        old.formula(),
                        old.viscosityM2PerSecond(),
                        old.specificGravity(),
                        Math.max(200, old.trials()),
                        old.accuracy(),
                        old.headErrorMetres(),
                        old.flowChangeM3PerSecond(),
                        old.extraTrials(),
                        old.checkFrequency(),
                        old.maxCheck(),
                        old.dampLimit(),
                        new DemandModel.PressureDriven(
                                LEAST_PRESSURE_METRES, NEEDED_PRESSURE_METRES, WAGNER),
                        1,
                        old.emitterBackflow());
        return given.with(options, given.times());
    }

    /** The coefficient of a leak at each junction that loses the plan's share at mean use. */
    private double calibrate(WaterPlan water) {
        double low = 0;
        double high = 1e-6;
        if (water.lossShare() == 0) {
            return 0;
        }
        while (lossShare(high) < water.lossShare() && high < 1) {
            high *= 4;
        }
        for (int cut = 0; cut < BISECTIONS; cut++) {
            double middle = 0.5 * (low + high);
            if (lossShare(middle) < water.lossShare()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    private double lossShare(double coefficient) {
        var solver = solver(coefficient);
        var demand = new double[zoneOfJunction.length];
        for (int junction = 0; junction < demand.length; junction++) {
            int zone = zoneOfJunction[junction];
            demand[junction] = zone < 0 ? 0 : meanUse[zone] / junctionsOfZone[zone];
        }
        solver.solve(demand);
        double delivered = 0;
        double outflow = 0;
        for (int junction = 0; junction < demand.length; junction++) {
            delivered += solver.deliveredM3PerSecond(junction);
            outflow += solver.outflowM3PerSecond(junction);
        }
        return outflow > 0 ? (outflow - delivered) / outflow : 0;
    }

    private HydraulicSolver solver(double coefficient) {
        List<Leak> leaks = new ArrayList<>();
        for (int junction = 0; coefficient > 0 && junction < zoneOfJunction.length; junction++) {
            var id = ((Junction) network.nodes().get(junction)).id();
            leaks.add(Leak.from(id, new Emitter(coefficient, LEAK_EXPONENT), 0));
        }
        return new HydraulicSolver(network, leaks);
    }

    private void solve(HydraulicSolver solver, int pattern, int level) {
        var demand = new double[zoneOfJunction.length];
        for (int junction = 0; junction < demand.length; junction++) {
            int zone = zoneOfJunction[junction];
            boolean drawn = zone >= 0 && open[pattern][zone];
            demand[junction] = drawn ? LEVELS[level] * meanUse[zone] / junctionsOfZone[zone] : 0;
        }
        solver.reset();
        solver.solve(demand);
        double put = 0;
        double delivered = 0;
        double out = 0;
        for (int node = 0; node < network.nodes().size(); node++) {
            if (node < demand.length) {
                int zone = zoneOfJunction[node];
                double got = Math.clamp(solver.deliveredM3PerSecond(node), 0, demand[node]);
                delivered += got;
                out += solver.outflowM3PerSecond(node);
                if (demand[node] > 0) {
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

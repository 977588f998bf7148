package town.nagar.engine.town;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.plan.WaterPlan;
import town.nagar.engine.water.HydraulicSolver;
import town.nagar.engine.water.Leak;
import town.nagar.engine.water.network.Emitter;
import town.nagar.engine.water.network.Junction;
import town.nagar.engine.water.network.Network;
import town.nagar.engine.water.network.Options;
import town.nagar.engine.water.network.Options.DemandModel;

/**
 * The plan's pipes with demand that follows pressure, and a leak at each junction, all alike, that
 * together lose the plan's share at mean use.
 */
final class LeakyNetwork {
    private static final double LEAST_PRESSURE_METRES = 0;
    private static final double NEEDED_PRESSURE_METRES = 12;
    private static final double WAGNER = 0.5;
    private static final double LEAK_EXPONENT = 0.5;
    private static final double LITRES_A_M3 = 1000;
    private static final double SECONDS_A_DAY = 86_400;
    private static final int BISECTIONS = 24;

    /** Mean use of each zone, m3/s. */
    final double[] meanUse;

    private final Network network;
    private final int[] zoneOfJunction;
    private final int[] junctionsOfZone;
    private final double usualCoefficient;

    LeakyNetwork(TownPlan plan) {
        WaterPlan water = plan.water();
        network = pressureDriven(water.network());
        zoneOfJunction = water.zoneOfJunction().stream().mapToInt(Integer::intValue).toArray();
        junctionsOfZone = new int[plan.zones().size()];
        for (int zone : zoneOfJunction) {
            if (zone >= 0) {
                junctionsOfZone[zone]++;
            }
        }
        meanUse = new double[junctionsOfZone.length];
        for (int zone = 0; zone < meanUse.length; zone++) {
            meanUse[zone] =
                    plan.zones().get(zone).residents()
                            * water.litresPerHeadDay()
                            / LITRES_A_M3
                            / SECONDS_A_DAY;
        }
        usualCoefficient = coefficientThatLoses(water.lossShare());
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

    private double coefficientThatLoses(double share) {
        double low = 0;
        double high = 1e-6;
        if (share == 0) {
            return 0;
        }
        while (lossShare(high) < share && high < 1) {
            high *= 4;
        }
        for (int cut = 0; cut < BISECTIONS; cut++) {
            double middle = 0.5 * (low + high);
            if (lossShare(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    private double lossShare(double coefficient) {
        var solver = solverOf(coefficient);
        var open = new boolean[meanUse.length];
        Arrays.fill(open, true);
        double[] demand = demand(1, open);
        solver.solve(demand);
        double delivered = 0;
        double outflow = 0;
        for (int junction = 0; junction < demand.length; junction++) {
            delivered += solver.deliveredM3PerSecond(junction);
            outflow += solver.outflowM3PerSecond(junction);
        }
        return outflow > 0 ? (outflow - delivered) / outflow : 0;
    }

    /**
     * What each junction is asked for, m3/s.
     *
     * @param multiple of its mean use that each open zone wants
     */
    double[] demand(double multiple, boolean[] open) {
        var demand = new double[zoneOfJunction.length];
        for (int junction = 0; junction < demand.length; junction++) {
            int zone = zoneOfJunction[junction];
            boolean drawn = zone >= 0 && open[zone];
            demand[junction] = drawn ? multiple * meanUse[zone] / junctionsOfZone[zone] : 0;
        }
        return demand;
    }

    /**
     * A solver of the network.
     *
     * @param leakFactor leaks over the plan's
     */
    HydraulicSolver solver(double leakFactor) {
        return solverOf(usualCoefficient * leakFactor);
    }

    private HydraulicSolver solverOf(double coefficient) {
        List<Leak> leaks = new ArrayList<>();
        for (int junction = 0; coefficient > 0 && junction < zoneOfJunction.length; junction++) {
            var id = ((Junction) network.nodes().get(junction)).id();
            leaks.add(Leak.from(id, new Emitter(coefficient, LEAK_EXPONENT), 0));
        }
        return new HydraulicSolver(network, leaks);
    }

    /** Junctions come before all other nodes. */
    int nodes() {
        return network.nodes().size();
    }

    /** The zone that a junction feeds; below 0 if none. */
    int zone(int junction) {
        return zoneOfJunction[junction];
    }

    /** Whether any junction feeds a zone. */
    boolean feeds(int zone) {
        return junctionsOfZone[zone] > 0;
    }
}

package town.nagar.engine.water;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import town.nagar.engine.water.network.Demand;
import town.nagar.engine.water.network.Junction;
import town.nagar.engine.water.network.Network;
import town.nagar.engine.water.network.Pattern;
import town.nagar.engine.water.network.Pump;

/** What patterns make of demands and pump speeds, period by period. */
final class PatternedDemands {
    private final State state;
    private final int[] node;
    private final double[] base;
    private final double[][] multipliers;
    private final int[] pump;
    private final double[][] speeds;

    PatternedDemands(Network network, State state) {
        this.state = state;
        List<Integer> nodes = new ArrayList<>();
        List<Demand> demands = new ArrayList<>();
        for (int i = 0; i < network.junctionCount(); i++) {
            if (network.nodes().get(i) instanceof Junction junction) {
                for (Demand demand : junction.demands()) {
                    nodes.add(i);
                    demands.add(demand);
                }
            }
        }
        double multiplier = network.options().demandMultiplier();
        node = nodes.stream().mapToInt(Integer::intValue).toArray();
        base = demands.stream().mapToDouble(d -> d.baseM3PerSecond() * multiplier).toArray();
        multipliers = demands.stream().map(d -> values(d.pattern())).toArray(double[][]::new);
        List<Pump> patterned =
                network.links().stream()
                        .filter(Pump.class::isInstance)
                        .map(Pump.class::cast)
                        .filter(p -> !p.speedPattern().isNone())
                        .toList();
        pump = patterned.stream().mapToInt(p -> network.linkIndex(p.id())).toArray();
        speeds = patterned.stream().map(p -> values(p.speedPattern())).toArray(double[][]::new);
    }

    private static double[] values(Pattern pattern) {
        return pattern.multipliers().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Writes what is wanted at every junction. */
    void applyDemands(long period) {
        Arrays.fill(state.wanted, 0);
        for (int i = 0; i < node.length; i++) {
            state.wanted[node[i]] += base[i] * at(multipliers[i], period);
        }
    }

    /** Sets the speed of every pump that follows a pattern. */
    void applySpeeds(long period) {
        for (int i = 0; i < pump.length; i++) {
            state.setSpeed(pump[i], at(speeds[i], period));
        }
    }

    private static double at(double[] values, long period) {
        return values.length == 1 ? values[0] : values[(int) (period % values.length)];
    }
}

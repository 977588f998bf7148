package town.nagar.engine.traffic;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The slow twin: Frank and Wolfe 1956 with an exact line search, cheapest routes by Bellman and
 * Ford, written from the definitions and sharing no code with the kernel.
 */
final class FrankWolfe {
    private final RoadNetwork network;
    private final TripTable trips;
    private final GeneralisedCost minded;
    private final boolean marginal;
    private final List<RoadLink> links;
    private double[] flow;
    private double excess;

    FrankWolfe(RoadNetwork network, TripTable trips, GeneralisedCost minded, boolean marginal) {
        this.network = network;
        this.trips = trips;
        this.minded = minded;
        this.marginal = marginal;
        this.links = network.links();
        this.flow = allOnCheapestRoutes(new double[links.size()]);
    }

    /** Improves the flows until the relative gap is small enough or the rounds are over. */
    void run(double relativeGap, int rounds) {
        for (int round = 0; round < rounds; round++) {
            double[] aim = allOnCheapestRoutes(flow);
            double total = 0;
            excess = 0;
            for (int link = 0; link < flow.length; link++) {
                total += flow[link] * cost(link, flow[link]);
                excess += (flow[link] - aim[link]) * cost(link, flow[link]);
            }
            if (excess <= relativeGap * total) {
                return;
            }
            moveTowards(aim);
        }
    }

    private void moveTowards(double[] aim) {
        double low = 0;
        double high = 1;
        for (int halving = 0; halving < 30; halving++) {
            double step = (low + high) / 2;
            double slope = 0;
            for (int link = 0; link < flow.length; link++) {
                double change = aim[link] - flow[link];
                slope += change * cost(link, flow[link] + step * change);
            }
            if (slope < 0) {
                low = step;
            } else {
                high = step;
            }
        }
        for (int link = 0; link < flow.length; link++) {
            flow[link] += low * (aim[link] - flow[link]);
        }
    }

    double cost(int index, double volume) {
        RoadLink link = links.get(index);
        double delay = 0;
        if (link.b() > 0 && link.freeFlowTime() > 0) {
            delay =
                    link.freeFlowTime()
                            * link.b()
                            * StrictMath.pow(volume / link.capacity(), link.power());
        }
        return link.freeFlowTime()
                + delay * (marginal ? link.power() + 1 : 1)
                + minded.tollFactor() * link.toll()
                + minded.distanceFactor() * link.length();
    }

    /** Sum over links of the integral of the cost. */
    double objective() {
        double sum = 0;
        for (int index = 0; index < flow.length; index++) {
            double free = cost(index, 0);
            double power = links.get(index).power();
            sum +=
                    power == 0
                            ? flow[index] * free
                            : flow[index]
                                    * (free + (cost(index, flow[index]) - free) / (power + 1));
        }
        return sum;
    }

    /** A bound on how far the objective is from its least value. */
    double excess() {
        return excess;
    }

    private double[] allOnCheapestRoutes(double[] volume) {
        var loaded = new double[links.size()];
        var costs = new double[links.size()];
        Arrays.setAll(costs, link -> cost(link, volume[link]));
        for (int origin = 1; origin <= network.zones(); origin++) {
            int[] via = cheapestVia(origin, costs);
            for (int destination = 1; destination <= network.zones(); destination++) {
                double number = trips.trips(origin, destination);
                for (int node = destination; number > 0 && node != origin; ) {
                    loaded[via[node]] += number;
                    node = links.get(via[node]).from();
                }
            }
        }
        return loaded;
    }

    private int[] cheapestVia(int origin, double[] costs) {
        var label = new double[network.nodes() + 1];
        var via = new int[network.nodes() + 1];
        Arrays.fill(label, Double.POSITIVE_INFINITY);
        label[origin] = 0;
        Deque<Integer> queue = new ArrayDeque<>(List.of(origin));
        while (!queue.isEmpty()) {
            int node = queue.remove();
            for (int index = 0; index < links.size(); index++) {
                RoadLink link = links.get(index);
                boolean passable = node == origin || node >= network.firstThroughNode();
                double through = label[node] + costs[index];
                if (link.from() == node && passable && through < label[link.to()]) {
                    label[link.to()] = through;
                    via[link.to()] = index;
                    queue.add(link.to());
                }
            }
        }
        return via;
    }
}

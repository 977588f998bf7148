package town.nagar.engine.traffic;

/**
 * Flow and cost of every link, and how close to the principle they are; immutable.
 *
 * <p>Links are numbered as in {@link RoadNetwork#links()}.
 */
public final class AssignmentResult {
    private final double[] flow;
    private final double[] cost;
    private final double objective;
    private final double totalTravelTime;
    private final double relativeGap;
    private final double averageExcessCost;
    private final int rounds;
    private final boolean targetReached;

    AssignmentResult(
            double[] flow,
            double[] cost,
            double objective,
            double totalTravelTime,
            Gap gap,
            int rounds,
            boolean targetReached) {
        this.flow = flow;
        this.cost = cost;
        this.objective = objective;
        this.totalTravelTime = totalTravelTime;
        this.relativeGap = gap.relative();
        this.averageExcessCost = gap.averageExcess();
        this.rounds = rounds;
        this.targetReached = targetReached;
    }

    /** Trips on a link. */
    public double flow(int link) {
        return flow[link];
    }

    /** Generalised cost one driver meets on a link. */
    public double cost(int link) {
        return cost[link];
    }

    /** Trips on every link; a copy. */
    public double[] flows() {
        return flow.clone();
    }

    /** Generalised cost one driver meets on every link; a copy. */
    public double[] costs() {
        return cost.clone();
    }

    /**
     * For the user equilibrium, Beckmann's objective: the sum over links of the integral of cost
     * from no flow to the flow. For the system optimum, the total cost of all drivers.
     */
    public double objective() {
        return objective;
    }

    /** Sum over links of flow x generalised cost (TSTT). */
    public double totalTravelTime() {
        return totalTravelTime;
    }

    /**
     * (total - shortest) / total, where shortest is the cost of the same trips on cheapest routes
     * at these link costs (marginal costs for the system optimum); 0 if nobody travels.
     */
    public double relativeGap() {
        return relativeGap;
    }

    /** (total - shortest) / trips between zones; in the unit of cost. */
    public double averageExcessCost() {
        return averageExcessCost;
    }

    /** How many times cheapest routes were sought and trips moved. */
    public int rounds() {
        return rounds;
    }

    /** Whether the relative gap asked for was reached. */
    public boolean targetReached() {
        return targetReached;
    }

    /** Cost of all trips as they go, and on cheapest routes at the same link costs. */
    record Gap(double total, double shortest, double trips) {
        double excess() {
            return Math.max(0, total - shortest);
        }

        double relative() {
            return total > 0 ? excess() / total : 0;
        }

        double averageExcess() {
            return trips > 0 ? excess() / trips : 0;
        }
    }
}

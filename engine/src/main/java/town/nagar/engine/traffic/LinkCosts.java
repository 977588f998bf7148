package town.nagar.engine.traffic;

/**
 * Flow, cost and slope of the cost of every link, one slot in each array a link, links in the order
 * of {@link ForwardStar}.
 *
 * <p>cost = fixed + congested (flow / capacity)^power. For the system optimum it is the marginal
 * cost: congested grows by the factor (power + 1).
 */
final class LinkCosts {
    /** Where a power below 1 has an infinite slope at no flow, the slope at this ratio is used. */
    private static final double LEAST_RATIO = 1e-3;

    private static final int LARGEST_WHOLE_POWER = 32;

    final double[] flow;
    final double[] cost;
    final double[] slope;
    private final double[] fixed;
    private final double[] congested;
    private final double[] inverseCapacity;
    private final double[] power;
    private final int[] wholePower;
    private final GeneralisedCost minded;
    private final Principle principle;

    LinkCosts(RoadNetwork network, ForwardStar star, GeneralisedCost minded, Principle principle) {
        int links = star.links();
        this.minded = minded;
        this.principle = principle;
        this.flow = new double[links];
        this.cost = new double[links];
        this.slope = new double[links];
        this.fixed = new double[links];
        this.congested = new double[links];
        this.inverseCapacity = new double[links];
        this.power = new double[links];
        this.wholePower = new int[links];
        read(network, star);
    }

    /** Takes over the laws of a network's links and leaves the flows. */
    void read(RoadNetwork network, ForwardStar star) {
        for (int link = 0; link < flow.length; link++) {
            read(link, network.links().get(star.given(link)));
        }
        refreshAll();
    }

    private void read(int link, RoadLink road) {
        double delay = road.freeFlowTime() * road.b();
        boolean constant = delay == 0 || road.power() == 0;
        fixed[link] =
                road.freeFlowTime()
                        + (constant ? delay : 0)
                        + minded.tollFactor() * road.toll()
                        + minded.distanceFactor() * road.length();
        power[link] = constant ? 1 : road.power();
        congested[link] = constant ? 0 : delay * marginalFactor(road.power());
        inverseCapacity[link] = constant ? 0 : 1 / road.capacity();
        boolean whole = power[link] == (int) power[link] && power[link] <= LARGEST_WHOLE_POWER;
        wholePower[link] = whole ? (int) power[link] : 0;
    }

    /** Marginal over driver's delay: d(v t)/dv = fixed + (power + 1) delay. */
    private double marginalFactor(double exponent) {
        return switch (principle) {
            case USER_EQUILIBRIUM -> 1;
            case SYSTEM_OPTIMUM -> exponent + 1;
        };
    }

    int links() {
        return flow.length;
    }

    /** Brings cost and slope of one link up to its flow. */
    void refresh(int link) {
        double ratio = Math.max(0, flow[link]) * inverseCapacity[link];
        double scale = congested[link];
        if (wholePower[link] == 4) {
            double cubed = scale * ratio * ratio * ratio;
            cost[link] = fixed[link] + cubed * ratio;
            slope[link] = 4 * cubed * inverseCapacity[link];
        } else {
            refreshAnyPower(link, ratio, scale);
        }
    }

    private void refreshAnyPower(int link, double ratio, double scale) {
        double exponent = power[link];
        double base = exponent < 1 ? Math.max(ratio, LEAST_RATIO) : ratio;
        double lower = scale * lowerPower(link, base);
        slope[link] = exponent * lower * inverseCapacity[link];
        cost[link] =
                fixed[link]
                        + (base == ratio ? lower * ratio : scale * StrictMath.pow(ratio, exponent));
    }

    /** ratio^(power - 1). */
    private double lowerPower(int link, double ratio) {
        if (wholePower[link] == 0) {
            return StrictMath.pow(ratio, power[link] - 1);
        }
        double product = 1;
        for (int factor = 1; factor < wholePower[link]; factor++) {
            product *= ratio;
        }
        return product;
    }

    void refreshAll() {
        for (int link = 0; link < flow.length; link++) {
            refresh(link);
        }
    }

    /** What one driver minds on a link, whatever the principle. */
    double driverCost(int link) {
        return fixed[link] + (cost[link] - fixed[link]) / marginalFactor(power[link]);
    }

    /** Sum over links of flow x cost as the principle sees it. */
    double totalCost() {
        var products = new double[flow.length];
        for (int link = 0; link < flow.length; link++) {
            products[link] = flow[link] * cost[link];
        }
        return Summation.of(products, products.length);
    }

    /** Sum over links of flow x what one driver minds. */
    double totalDriverCost() {
        var products = new double[flow.length];
        for (int link = 0; link < flow.length; link++) {
            products[link] = flow[link] * driverCost(link);
        }
        return Summation.of(products, products.length);
    }

    /** Sum over links of the integral of the cost from no flow to the flow (Beckmann 1956). */
    double objective() {
        var integrals = new double[flow.length];
        for (int link = 0; link < flow.length; link++) {
            double delay = cost[link] - fixed[link];
            integrals[link] = flow[link] * (fixed[link] + delay / (power[link] + 1));
        }
        return Summation.of(integrals, integrals.length);
    }
}

package town.nagar.engine.market;

/**
 * A mandi over the periods of a year: what is not eaten now may be kept for later at a cost, so
 * that prices rise by the cost of keeping while there is stock (Williams and Wright, Storage and
 * Commodity Markets, 1991). Demand of a period is a - b p.
 */
public final class SeasonStore {
    private SeasonStore() {}

    /**
     * The equilibrium of trade over time, ready to be solved: mandis are periods, route t goes from
     * period t to t + 1.
     *
     * @param arrivals one a period, from 0
     * @param demandAtZero a of every period
     * @param demandSlope b of every period, above 0
     * @param keepingCost of a unit for a period, from 0
     * @param mostStock from 0, may be infinite
     */
    public static SpatialEquilibrium of(
            double[] arrivals,
            double demandAtZero,
            double demandSlope,
            double keepingCost,
            double mostStock) {
        int periods = arrivals.length;
        int routes = Math.max(0, periods - 1);
        var alone = new double[periods];
        var slopes = new double[periods];
        for (int period = 0; period < periods; period++) {
            Ranges.requireBetween("arrivals", arrivals[period], 0, 1e15);
            alone[period] = (demandAtZero - arrivals[period]) / demandSlope;
            slopes[period] = demandSlope;
        }
        var from = new int[routes];
        var to = new int[routes];
        var costs = new double[routes];
        var capacities = new double[routes];
        for (int route = 0; route < routes; route++) {
            from[route] = route;
            to[route] = route + 1;
            costs[route] = keepingCost;
            capacities[route] = mostStock;
        }
        return new SpatialEquilibrium(
                alone,
                slopes,
                from,
                to,
                costs,
                capacities,
                new double[periods],
                new double[periods]);
    }
}

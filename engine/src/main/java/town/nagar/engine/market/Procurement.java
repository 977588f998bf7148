package town.nagar.engine.market;

/**
 * A floor under what growers get: the state buys at the minimum support price, up to a share of
 * what arrives, when the market alone would pay less.
 *
 * <p>What it buys leaves the market, which lifts the market's price; consumers pay that and no
 * more: the floor reaches them once, through the grain that is gone, and is never laid upon the
 * price again.
 *
 * @param floorPrice the minimum support price, from 0
 * @param mostShare of arrivals that the state can buy, 0 to 1
 */
public record Procurement(double floorPrice, double mostShare) {
    /** What is left on the market even when all could be bought: a price needs a sale. */
    private static final double SOLD_ANYWAY = 1e-6;

    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public Procurement {
        Ranges.requireBetween("floor price", floorPrice, 0, 1e15);
        Ranges.requireBetween("share that the state can buy", mostShare, 0, 1);
    }

    /**
     * A day at the mandi.
     *
     * @param marketPrice what consumers pay
     * @param growerPrice what growers get on average
     * @param procured what the state bought
     */
    public record Day(double marketPrice, double growerPrice, double procured) {}

    /**
     * Sells what has arrived.
     *
     * @param arrivals above 0, in the market's unit of quantity
     */
    public Day sell(ElasticMarket market, double arrivals) {
        double free = market.priceOf(arrivals);
        if (free >= floorPrice) {
            return new Day(free, free, 0);
        }
        double wanted = arrivals - market.demandAt(floorPrice);
        double procured = Math.min(wanted, Math.min(mostShare, 1 - SOLD_ANYWAY) * arrivals);
        double price = market.priceOf(arrivals - procured);
        double paid = procured * floorPrice + (arrivals - procured) * price;
        return new Day(price, paid / arrivals, procured);
    }
}

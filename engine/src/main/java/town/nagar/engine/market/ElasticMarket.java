package town.nagar.engine.market;

/**
 * A market of constant elasticities about a known price and quantity: demand Q p^e, supply Q p^s,
 * both in units of the known ones.
 *
 * @param price known price, above 0
 * @param quantity known quantity, above 0
 * @param demandElasticity e, from -20 to 0
 * @param supplyElasticity s, from 0 to 20; 0 is a harvest already in
 */
public record ElasticMarket(
        double price, double quantity, double demandElasticity, double supplyElasticity) {
    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public ElasticMarket {
        Ranges.requireAbove("price", price, 0);
        Ranges.requireAbove("quantity", quantity, 0);
        Ranges.requireBetween("demand elasticity", demandElasticity, -20, 0);
        Ranges.requireBetween("supply elasticity", supplyElasticity, 0, 20);
        Ranges.requireAbove(
                "supply less demand elasticity", supplyElasticity - demandElasticity, 0);
    }

    /**
     * The price after a shock, in one formula: (demand factor / supply factor)^(1/(s - e)).
     *
     * @param demandFactor what demand at every price is multiplied by, above 0
     * @param supplyFactor what supply at every price is multiplied by, above 0
     */
    public double priceAfter(double demandFactor, double supplyFactor) {
        Ranges.requireAbove("demand factor", demandFactor, 0);
        Ranges.requireAbove("supply factor", supplyFactor, 0);
        return price
                * StrictMath.pow(
                        demandFactor / supplyFactor, 1 / (supplyElasticity - demandElasticity));
    }

    /** The quantity sold after the same shock. */
    public double quantityAfter(double demandFactor, double supplyFactor) {
        double ratio = priceAfter(demandFactor, supplyFactor) / price;
        return quantity * supplyFactor * StrictMath.pow(ratio, supplyElasticity);
    }

    /**
     * The price that sells a quantity that has arrived, whatever was planned.
     *
     * @throws IllegalArgumentException if demand does not answer to the price
     */
    public double priceOf(double arrivals) {
        Ranges.requireAbove("arrivals", arrivals, 0);
        Ranges.requireBetween("demand elasticity", demandElasticity, -20, -1e-9);
        return price * StrictMath.pow(arrivals / quantity, 1 / demandElasticity);
    }

    /** What is bought at a price. */
    public double demandAt(double atPrice) {
        return quantity * StrictMath.pow(atPrice / price, demandElasticity);
    }
}

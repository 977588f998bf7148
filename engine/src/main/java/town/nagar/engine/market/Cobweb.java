package town.nagar.engine.market;

/**
 * A market whose sowers plan by the price they expect: demand a - b p, supply c + d times the
 * expected price (Ezekiel, QJE 52:255, 1938; Nerlove, QJE 73:227, 1958).
 *
 * <p>Expectations move by a share of their error: E' = E + share (p - E). With share 1 they are
 * naive, the last price.
 *
 * @param demandAtZero a
 * @param demandSlope b, above 0
 * @param supplyAtZero c
 * @param supplySlope d, from 0
 * @param learningShare above 0, to 1
 */
public record Cobweb(
        double demandAtZero,
        double demandSlope,
        double supplyAtZero,
        double supplySlope,
        double learningShare) {
    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public Cobweb {
        Ranges.requireBetween("demand at price 0", demandAtZero, -1e15, 1e15);
        Ranges.requireAbove("demand slope", demandSlope, 0);
        Ranges.requireBetween("supply at price 0", supplyAtZero, -1e15, 1e15);
        Ranges.requireBetween("supply slope", supplySlope, 0, 1e15);
        Ranges.requireAbove("learning share", learningShare, 0);
        Ranges.requireBetween("learning share", learningShare, 0, 1);
    }

    /** The price that clears what is sown for an expected price. */
    public double price(double expectedPrice) {
        return (demandAtZero - supplyAtZero - supplySlope * expectedPrice) / demandSlope;
    }

    /** What is expected after a price. */
    public double expectation(double expectedPrice, double price) {
        return expectedPrice + learningShare * (price - expectedPrice);
    }

    /** The price at which nobody is surprised. */
    public double equilibriumPrice() {
        return (demandAtZero - supplyAtZero) / (demandSlope + supplySlope);
    }

    /** What an expectation's distance from equilibrium is multiplied by each season. */
    public double contraction() {
        return 1 - learningShare * (1 + supplySlope / demandSlope);
    }

    /** Whether prices come to rest; if naive, when supply is less steep than demand. */
    public boolean stable() {
        return Math.abs(contraction()) < 1;
    }

    /**
     * Writes a run of prices.
     *
     * @param prices the first slot holds the price to begin with, which is also expected; the
     *     others receive the seasons after it
     */
    public void run(double[] prices) {
        double expected = prices[0];
        for (int season = 1; season < prices.length; season++) {
            prices[season] = price(expected);
            expected = expectation(expected, prices[season]);
        }
    }
}

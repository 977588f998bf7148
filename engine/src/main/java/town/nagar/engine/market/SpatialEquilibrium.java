package town.nagar.engine.market;

import java.util.Arrays;

/**
 * Prices of several mandis that trade (Samuelson, AER 42:283, 1952; Takayama and Judge 1971), one
 * slot in each array a mandi or a route.
 *
 * <p>Where a route carries goods the price at its end is the price at its start and the cost of the
 * way; where it carries none the difference is no more than the cost; where it is full the
 * difference may be more. Storage is a route from a mandi now to the same mandi later, and
 * procurement a route to a buyer at the floor price. A mandi's price falls by a straight line with
 * what it brings in.
 *
 * <p>The equilibrium is the least of a convex quadratic under bounds; each step sets one route to
 * its best with all others held, which comes to that least (Luo and Tseng, JOTA 72:7, 1992), and
 * the gap tells how far it is. Prices are never negative: what nobody wants for nothing is left to
 * rot.
 */
public final class SpatialEquilibrium {
    private final double[] priceAlone;
    private final double[] quantityPerPrice;
    private final int[] from;
    private final int[] to;
    private final double[] cost;
    private final double[] capacity;
    private final double[] floorPrice;
    private final double[] floorCapacity;

    private final double[] shipped;
    private final double[] procured;
    private final double[] discarded;
    private final double[] broughtIn;

    /**
     * Mandis and routes; the arrays are copied.
     *
     * @param priceAlone price of a mandi that trades with nobody; may be negative
     * @param quantityPerPrice by how much less is bought and more offered for a unit of price,
     *     above 0
     * @param from where a route starts
     * @param to where it ends
     * @param cost of a unit on the way, from 0
     * @param capacity most that it carries, from 0, may be infinite
     * @param floorPrice at which the state buys at a mandi, from 0
     * @param floorCapacity most that it buys there, from 0
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public SpatialEquilibrium(
            double[] priceAlone,
            double[] quantityPerPrice,
            int[] from,
            int[] to,
            double[] cost,
            double[] capacity,
            double[] floorPrice,
            double[] floorCapacity) {
        int mandis = priceAlone.length;
        int routes = from.length;
        Ranges.requireLength("quantity per price", quantityPerPrice.length, mandis);
        Ranges.requireLength("floor price", floorPrice.length, mandis);
        Ranges.requireLength("floor capacity", floorCapacity.length, mandis);
        Ranges.requireLength("to", to.length, routes);
        Ranges.requireLength("cost", cost.length, routes);
        Ranges.requireLength("capacity", capacity.length, routes);
        for (int mandi = 0; mandi < mandis; mandi++) {
            Ranges.requireBetween("price alone", priceAlone[mandi], -1e15, 1e15);
            Ranges.requireAbove("quantity per price", quantityPerPrice[mandi], 0);
            Ranges.requireBetween("floor price", floorPrice[mandi], 0, 1e15);
            Ranges.requireBetween("floor capacity", floorCapacity[mandi], 0, 1e15);
        }
        for (int route = 0; route < routes; route++) {
            Ranges.requireBetween("from", from[route], 0, mandis - 1);
            Ranges.requireBetween("to", to[route], 0, mandis - 1);
            Ranges.requireBetween("cost", cost[route], 0, 1e15);
            Ranges.requireBetween("capacity", capacity[route], 0, Double.POSITIVE_INFINITY);
            if (from[route] == to[route]) {
                throw new IllegalArgumentException(
                        "route %d goes from %d to itself; allowed are two mandis"
                                .formatted(route, from[route]));
            }
        }
        this.priceAlone = priceAlone.clone();
        this.quantityPerPrice = quantityPerPrice.clone();
        this.from = from.clone();
        this.to = to.clone();
        this.cost = cost.clone();
        this.capacity = capacity.clone();
        this.floorPrice = floorPrice.clone();
        this.floorCapacity = floorCapacity.clone();
        this.shipped = new double[routes];
        this.procured = new double[mandis];
        this.discarded = new double[mandis];
        this.broughtIn = new double[mandis];
    }

    /** Changes what a mandi's price alone is, for the next solution to start from this one. */
    public void setPriceAlone(int mandi, double price) {
        Ranges.requireBetween("price alone", price, -1e15, 1e15);
        priceAlone[mandi] = price;
    }

    /** Forgets all trade. */
    public void reset() {
        Arrays.fill(shipped, 0);
        Arrays.fill(procured, 0);
        Arrays.fill(discarded, 0);
        Arrays.fill(broughtIn, 0);
    }

    /**
     * Goes over all routes until no price is off by more than a gap, starting from the last
     * solution.
     *
     * @param gap in units of price, above 0
     * @param mostRounds from 1
     * @return rounds gone; more than {@code mostRounds} if the gap was not reached
     */
    public int solve(double gap, int mostRounds) {
        Ranges.requireAbove("gap", gap, 0);
        for (int round = 1; round <= mostRounds; round++) {
            if (round() <= gap && gap() <= gap) {
                return round;
            }
        }
        return mostRounds + 1;
    }

    /** Sets every route to its best in turn; the largest change of a price. */
    private double round() {
        double largest = 0;
        for (int route = 0; route < shipped.length; route++) {
            largest = Math.max(largest, trade(route));
        }
        for (int mandi = 0; mandi < priceAlone.length; mandi++) {
            largest =
                    Math.max(
                            largest,
                            sell(mandi, floorPrice[mandi], floorCapacity[mandi], procured));
            largest = Math.max(largest, discard(mandi));
        }
        return largest;
    }

    private double trade(int route) {
        int start = from[route];
        int end = to[route];
        double surplus = price(end) - price(start) - cost[route];
        double answer = 1 / quantityPerPrice[start] + 1 / quantityPerPrice[end];
        double before = shipped[route];
        shipped[route] = Math.clamp(before + surplus / answer, 0, capacity[route]);
        double moved = shipped[route] - before;
        broughtIn[start] -= moved;
        broughtIn[end] += moved;
        return Math.abs(moved) * answer;
    }

    private double discard(int mandi) {
        return sell(mandi, 0, Double.POSITIVE_INFINITY, discarded);
    }

    private double sell(int mandi, double atPrice, double most, double[] sold) {
        double before = sold[mandi];
        double wanted = before + (atPrice - price(mandi)) * quantityPerPrice[mandi];
        sold[mandi] = Math.clamp(wanted, 0, most);
        double moved = sold[mandi] - before;
        broughtIn[mandi] -= moved;
        return Math.abs(moved) / quantityPerPrice[mandi];
    }

    /** By how much of price the worst route, floor or zero price is off its condition. */
    public double gap() {
        double worst = 0;
        for (int route = 0; route < shipped.length; route++) {
            double surplus = price(to[route]) - price(from[route]) - cost[route];
            worst = Math.max(worst, off(surplus, shipped[route], capacity[route]));
        }
        for (int mandi = 0; mandi < priceAlone.length; mandi++) {
            double price = price(mandi);
            double procurable = floorCapacity[mandi];
            worst = Math.max(worst, off(floorPrice[mandi] - price, procured[mandi], procurable));
            worst = Math.max(worst, off(-price, discarded[mandi], Double.POSITIVE_INFINITY));
        }
        return worst;
    }

    private static double off(double surplus, double flow, double most) {
        double tooFew = flow < most ? Math.max(0, surplus) : 0;
        double tooMany = flow > 0 ? Math.max(0, -surplus) : 0;
        return Math.max(tooFew, tooMany);
    }

    /** Price at a mandi. */
    public double price(int mandi) {
        return priceAlone[mandi] - broughtIn[mandi] / quantityPerPrice[mandi];
    }

    /** What a route carries. */
    public double shipped(int route) {
        return shipped[route];
    }

    /** What the state buys at a mandi. */
    public double procured(int mandi) {
        return procured[mandi];
    }

    /** What rots at a mandi because nobody wants it for nothing. */
    public double discarded(int mandi) {
        return discarded[mandi];
    }
}

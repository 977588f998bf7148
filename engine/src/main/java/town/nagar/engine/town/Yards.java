package town.nagar.engine.town;

import java.util.Arrays;
import town.nagar.engine.market.SpatialEquilibrium;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Quantiles;

/**
 * Prices of a run at its mandis, day by day, as they clear.
 *
 * <p>Demand at a yard is a straight line through its usual price and quantity with the elasticity
 * there. The rest of the state is one more yard, so large that its price hardly moves, which makes
 * a dearth or glut here end in trade.
 */
final class Yards {
    private static final double OUTSIDE_SIZE = 1_000;
    private static final double PRICE_MEMORY = 0.95;
    private static final double PRICE_LOG_DEVIATION = 0.06;
    private static final double PRICE_GAP = 0.05;
    private static final int MOST_ROUNDS = 2_000;

    private final FieldPlan plan;
    private final int yards;
    private final TradeRoutes routes;
    private final SpatialEquilibrium[] markets;

    /** Quintals a rupee, by good, then yard. */
    private final double[] perPrice;

    private final double[] price;
    private final double[] outside;
    private final double[] paid;
    private final double[] procured;

    /** Quintals brought today, by good, then mandi. */
    final double[] arrivals;

    Yards(Scene scene) {
        plan = scene.fields;
        yards = plan.mandis + 1;
        markets = new SpatialEquilibrium[plan.goods];
        perPrice = new double[plan.goods * yards];
        routes = new TradeRoutes(scene.plan.mandis());
        price = new double[plan.goods * plan.mandis];
        outside = new double[plan.goods];
        arrivals = new double[price.length];
        paid = new double[price.length];
        procured = new double[price.length];
        for (int good = 0; good < plan.goods; good++) {
            markets[good] = market(good);
        }
    }

    private SpatialEquilibrium market(int good) {
        double town = 0;
        for (int yard = 0; yard < plan.mandis; yard++) {
            double usual = plan.usualDemand[slot(good, yard)];
            double line = -plan.elasticity[good] * usual / plan.usualPrice[good];
            perPrice[good * yards + yard] = line;
            town += line;
        }
        perPrice[good * yards + plan.mandis] = OUTSIDE_SIZE * Math.max(town, 1e-9);
        double[] slope = Arrays.copyOfRange(perPrice, good * yards, (good + 1) * yards);
        return new SpatialEquilibrium(
                new double[yards],
                slope,
                routes.from,
                routes.to,
                routes.rupeesAQuintal,
                routes.capacityQuintals,
                new double[yards],
                new double[yards]);
    }

    /** Where a good and mandi are in arrays. */
    int slot(int good, int mandi) {
        return good * plan.mandis + mandi;
    }

    void reset() {
        Arrays.fill(outside, 0);
        for (int slot = 0; slot < price.length; slot++) {
            price[slot] = plan.usualPrice[slot / plan.mandis];
        }
    }

    /** Finds the day's prices once all is brought. */
    void clear(int day, Chance chance) {
        for (int good = 0; good < plan.goods; good++) {
            double shock = Quantiles.normal(chance.uniform(good, day, Draws.BACKGROUND, 1), 0, 1);
            outside[good] =
                    PRICE_MEMORY * outside[good]
                            + Math.sqrt(1 - PRICE_MEMORY * PRICE_MEMORY) * shock;
            SpatialEquilibrium market = markets[good];
            offer(good, market);
            market.solve(PRICE_GAP, MOST_ROUNDS);
            if (procure(good, market)) {
                market.solve(PRICE_GAP, MOST_ROUNDS);
            }
            for (int yard = 0; yard < plan.mandis; yard++) {
                settle(good, slot(good, yard), market.price(yard));
            }
        }
    }

    private void offer(int good, SpatialEquilibrium market) {
        double usual = plan.usualPrice[good];
        market.reset();
        for (int yard = 0; yard < plan.mandis; yard++) {
            int slot = slot(good, yard);
            double lacking = plan.usualDemand[slot] - arrivals[slot];
            market.setPriceAlone(yard, usual + lacking / perPrice[good * yards + yard]);
        }
        market.setPriceAlone(
                plan.mandis, usual * StrictMath.exp(PRICE_LOG_DEVIATION * outside[good]));
    }

    /** Lets the state buy where the price is under its own; whether it did anywhere. */
    private boolean procure(int good, SpatialEquilibrium market) {
        boolean some = false;
        for (int yard = 0; yard < plan.mandis; yard++) {
            int slot = slot(good, yard);
            boolean low = market.price(yard) < plan.supportPrice[good];
            procured[slot] = low ? plan.procuredShare[good] * arrivals[slot] : 0;
            if (procured[slot] > 0) {
                double lacking = plan.usualDemand[slot] - arrivals[slot] + procured[slot];
                double line = perPrice[good * yards + yard];
                market.setPriceAlone(yard, plan.usualPrice[good] + lacking / line);
                some = true;
            }
        }
        return some;
    }

    /** The price of what the state bought is its own; farms are paid the mean. */
    private void settle(int good, int slot, double cleared) {
        price[slot] = Math.max(0.01, cleared);
        double bought = procured[slot];
        double premium = Math.max(0, plan.supportPrice[good] - price[slot]);
        paid[slot] =
                arrivals[slot] > 0 ? price[slot] + premium * bought / arrivals[slot] : price[slot];
    }

    /** What a yard's people bought today less what came, was brought, bought off or rotted: 0. */
    double unclearedQuintals(int good, int yard) {
        SpatialEquilibrium market = markets[good];
        int slot = slot(good, yard);
        double traded = 0;
        for (int route = 0; route < routes.from.length; route++) {
            traded += routes.to[route] == yard ? market.shipped(route) : 0;
            traded -= routes.from[route] == yard ? market.shipped(route) : 0;
        }
        double off = plan.usualPrice[good] - market.price(yard);
        double bought = plan.usualDemand[slot] + off * perPrice[good * yards + yard];
        return bought - (arrivals[slot] + traded - procured[slot] - market.discarded(yard));
    }

    /** How far the worst market is from its equilibrium, Rs a quintal. */
    double priceGap() {
        double worst = 0;
        for (SpatialEquilibrium market : markets) {
            worst = Math.max(worst, market.gap());
        }
        return worst;
    }

    /** Mean price over the usual one, weighed by what the town spends; 1 without goods. */
    double priceIndex() {
        double spent = 0;
        double usual = 0;
        for (int slot = 0; slot < price.length; slot++) {
            spent += plan.usualDemand[slot] * price[slot];
            usual += plan.usualDemand[slot] * plan.usualPrice[slot / plan.mandis];
        }
        return usual > 0 ? spent / usual : 1;
    }

    /** Rs a quintal in a slot. */
    double price(int slot) {
        return price[slot];
    }

    /** What farms get for a quintal in a slot, Rs. */
    double paid(int slot) {
        return paid[slot];
    }

    double[][] state() {
        return new double[][] {price, outside};
    }
}

package town.nagar.engine.town;

import java.util.Arrays;
import town.nagar.engine.agriculture.PenmanMonteith;
import town.nagar.engine.agriculture.Radiation;
import town.nagar.engine.agriculture.SoilWater;
import town.nagar.engine.agriculture.YieldResponse;
import town.nagar.engine.market.SpatialEquilibrium;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Quantiles;
import town.nagar.engine.weather.WeatherDays;

/**
 * Farms and mandis of a run, day by day: water of the fields, what is brought to the yards, and the
 * prices that clear them.
 *
 * <p>Demand at a yard is a straight line through its usual price and quantity with the elasticity
 * there. The rest of the state is one more yard, so large that its price hardly moves, which makes
 * a dearth or glut here end in trade. Farms sell a share of their stock that grows with the price
 * over the one they expect (Nerlove 1958), and of what their store does not hold a tenth more.
 */
final class Fields {
    private static final double TURN_MILLIMETRES = 50;
    private static final double SOAKING_SHARE = 0.9;
    private static final double FIRST_DEPLETION = 0.3;
    private static final double SELLING_PACE = 1.0 / 60;
    private static final double FASTEST_PACE = 5.0 / 60;
    private static final double SPILLING_PACE = 0.1;
    private static final double ADJUSTMENT = 0.1;
    private static final double SPOILAGE = 0.0005;
    private static final double RUPEES_A_QUINTAL_KM = 1.2;
    private static final double OUTSIDE_KM = 60;
    private static final double OUTSIDE_SIZE = 1_000;
    private static final double PRICE_MEMORY = 0.95;
    private static final double PRICE_LOG_DEVIATION = 0.06;
    private static final double PRICE_GAP = 0.05;
    private static final int MOST_ROUNDS = 2_000;

    private final Scene scene;
    private final FieldPlan plan;
    private final int yards;
    private final SpatialEquilibrium[] markets;
    private final double[] perPrice;
    private final int[] from;
    private final int[] to;

    private final double[] depletion;
    private final double[] demanded;
    private final double[] drunk;
    private final double[] waterLeft;
    private final double[] held;
    private final double[] expected;
    private final double[] earned;
    private final double[] price;
    private final double[] outside;
    private final double[] sums;

    private final double[] available;
    private final double[] wants;
    private final double[] water;
    private final double[] gets;
    private final double[] drains;
    private final double[] sale;
    private final double[] arrivals;
    private final double[] paid;
    private final double[] procured;

    private static final int GROWN = 0;
    private static final int LOST = 1;

    Fields(Scene scene) {
        this.scene = scene;
        this.plan = scene.fields;
        yards = plan.mandis + 1;
        markets = new SpatialEquilibrium[plan.goods];
        perPrice = new double[plan.goods * yards];
        from = new int[yards * (yards - 1)];
        to = new int[from.length];
        layRoutes();
        depletion = new double[plan.farms];
        demanded = new double[plan.farms];
        drunk = new double[plan.farms];
        waterLeft = new double[plan.farms];
        held = new double[plan.farms];
        expected = new double[plan.farms];
        earned = new double[plan.farms];
        price = new double[plan.goods * plan.mandis];
        outside = new double[plan.goods];
        sums = new double[2];
        available = new double[plan.farms];
        wants = new double[plan.farms];
        water = new double[plan.farms];
        gets = new double[plan.farms];
        drains = new double[plan.farms];
        sale = new double[plan.farms];
        arrivals = new double[plan.goods * plan.mandis];
        paid = new double[plan.goods * plan.mandis];
        procured = new double[plan.goods * plan.mandis];
        for (int good = 0; good < plan.goods; good++) {
            markets[good] = market(good);
        }
    }

    /** Those from and to the rest of the state first: it sets prices, the others even them out. */
    private void layRoutes() {
        int route = 0;
        for (int pass = 0; pass < 2; pass++) {
            for (int yard = 0; yard < yards; yard++) {
                for (int other = 0; other < yards; other++) {
                    boolean outside = yard == plan.mandis || other == plan.mandis;
                    if (yard != other && outside == (pass == 0)) {
                        from[route] = yard;
                        to[route++] = other;
                    }
                }
            }
        }
    }

    private SpatialEquilibrium market(int good) {
        var cost = new double[from.length];
        var capacity = new double[from.length];
        Arrays.fill(capacity, Double.POSITIVE_INFINITY);
        for (int route = 0; route < from.length; route++) {
            cost[route] = RUPEES_A_QUINTAL_KM * kilometres(from[route], to[route]);
        }
        var floor = new double[yards];
        var bought = new double[yards];
        var alone = new double[yards];
        var slope = new double[yards];
        for (int yard = 0; yard < yards; yard++) {
            boolean town = yard < plan.mandis;
            double usual = town ? plan.usualDemand[good * plan.mandis + yard] : 0;
            double line = -plan.elasticity[good] * usual / plan.usualPrice[good];
            perPrice[good * yards + yard] = line;
        }
        double town = 0;
        for (int yard = 0; yard < plan.mandis; yard++) {
            town += perPrice[good * yards + yard];
        }
        perPrice[good * yards + plan.mandis] = OUTSIDE_SIZE * Math.max(town, 1e-9);
        System.arraycopy(perPrice, good * yards, slope, 0, yards);
        return new SpatialEquilibrium(alone, slope, from, to, cost, capacity, floor, bought);
    }

    private double kilometres(int yard, int other) {
        if (yard == plan.mandis || other == plan.mandis) {
            return OUTSIDE_KM;
        }
        var one = scene.plan.mandis().get(yard);
        var two = scene.plan.mandis().get(other);
        double dx = one.eastMetres() - two.eastMetres();
        double dy = one.northMetres() - two.northMetres();
        return Math.sqrt(dx * dx + dy * dy) / 1000;
    }

    void reset() {
        Arrays.fill(demanded, 0);
        Arrays.fill(drunk, 0);
        Arrays.fill(earned, 0);
        Arrays.fill(outside, 0);
        Arrays.fill(sums, 0);
        System.arraycopy(plan.firstHeld, 0, held, 0, held.length);
        System.arraycopy(plan.irrigationMillimetres, 0, waterLeft, 0, waterLeft.length);
        for (int farm = 0; farm < plan.farms; farm++) {
            expected[farm] = plan.usualPrice[plan.good[farm]];
            depletion[farm] = FIRST_DEPLETION * plan.available[plan.holding[farm]][0];
        }
        for (int slot = 0; slot < price.length; slot++) {
            price[slot] = plan.usualPrice[slot / plan.mandis];
        }
    }

    /** Lets a day pass. */
    void day(int day, Chance chance, WeatherDays weather) {
        if (plan.farms > 0) {
            grow(day, et0(day, weather), SOAKING_SHARE * weather.rainMillimetres(day));
        }
        bring();
        clear(day, chance);
        pay();
    }

    private double et0(int day, WeatherDays weather) {
        double altitude = scene.plan.climate().altitudeMetres();
        double net =
                Radiation.net(
                        weather.solarMegajoulesPerM2(day),
                        Radiation.clearSky(above(day, weather), altitude),
                        weather.maximumC(day),
                        weather.minimumC(day),
                        weather.vapourKpa(day));
        return PenmanMonteith.millimetresPerDay(
                weather.maximumC(day),
                weather.minimumC(day),
                weather.vapourKpa(day),
                PenmanMonteith.windAtTwoMetres(weather.windMetresPerSecond(day), 10),
                net,
                0,
                altitude);
    }

    private double above(int day, WeatherDays weather) {
        return Radiation.extraterrestrial(
                scene.plan.climate().latitudeDegrees(), weather.dayOfYear(day));
    }

    private void grow(int day, double et0, double rain) {
        for (int farm = 0; farm < plan.farms; farm++) {
            int kind = plan.holding[farm];
            available[farm] = plan.available[kind][day];
            depletion[farm] = Math.min(depletion[farm], available[farm]);
            wants[farm] = plan.coefficient[kind][day] * et0;
            double readily =
                    SoilWater.depletionShare(plan.tabledShare[farm], wants[farm]) * available[farm];
            boolean due = plan.growing[kind][day] && depletion[farm] - rain + wants[farm] > readily;
            double turn = due ? Math.min(waterLeft[farm], TURN_MILLIMETRES) : 0;
            waterLeft[farm] -= turn;
            water[farm] = rain + turn;
        }
        SoilWater.day(depletion, available, plan.tabledShare, wants, water, gets, drains);
        for (int farm = 0; farm < plan.farms; farm++) {
            int kind = plan.holding[farm];
            if (plan.growing[kind][day]) {
                demanded[farm] += wants[farm];
                drunk[farm] += gets[farm];
            }
            if (plan.sinceRipe[kind][day] == plan.harvestLag[farm]) {
                double reaped = plan.bestQuintals[farm] * yieldShare(farm);
                held[farm] += reaped;
                sums[GROWN] += reaped;
            }
        }
    }

    /** Share of the best yield by the water drunk so far in the run; 1 before anything grew. */
    double yieldShare(int farm) {
        double share = demanded[farm] > 0 ? Math.min(1, drunk[farm] / demanded[farm]) : 1;
        return YieldResponse.share(plan.sensitivity[farm], share);
    }

    private void bring() {
        Arrays.fill(arrivals, 0);
        for (int farm = 0; farm < plan.farms; farm++) {
            int slot = plan.good[farm] * plan.mandis + plan.mandi[farm];
            double tempting = price[slot] / expected[farm];
            double pace = Math.min(FASTEST_PACE, SELLING_PACE * tempting * tempting);
            double spilling = SPILLING_PACE * Math.max(0, held[farm] - plan.storeQuintals[farm]);
            sale[farm] = Math.min(held[farm], spilling + pace * held[farm]);
            arrivals[slot] += sale[farm];
            held[farm] -= sale[farm];
            double spoilt = held[farm] * SPOILAGE;
            held[farm] -= spoilt;
            sums[LOST] += spoilt;
            expected[farm] += ADJUSTMENT * (price[slot] - expected[farm]);
        }
    }

    private void clear(int day, Chance chance) {
        for (int good = 0; good < plan.goods; good++) {
            double shock = Quantiles.normal(chance.uniform(good, day, Draws.BACKGROUND, 1), 0, 1);
            outside[good] =
                    PRICE_MEMORY * outside[good]
                            + Math.sqrt(1 - PRICE_MEMORY * PRICE_MEMORY) * shock;
            double usual = plan.usualPrice[good];
            SpatialEquilibrium market = markets[good];
            market.reset();
            for (int yard = 0; yard < plan.mandis; yard++) {
                int slot = good * plan.mandis + yard;
                double lacking = plan.usualDemand[slot] - arrivals[slot];
                market.setPriceAlone(yard, usual + lacking / perPrice[good * yards + yard]);
            }
            market.setPriceAlone(
                    plan.mandis, usual * StrictMath.exp(PRICE_LOG_DEVIATION * outside[good]));
            market.solve(PRICE_GAP, MOST_ROUNDS);
            if (procure(good, market)) {
                market.solve(PRICE_GAP, MOST_ROUNDS);
            }
            for (int yard = 0; yard < plan.mandis; yard++) {
                int slot = good * plan.mandis + yard;
                price[slot] = Math.max(0.01, market.price(yard));
                double bought = procured[slot];
                double premium = Math.max(0, plan.supportPrice[good] - price[slot]);
                paid[slot] =
                        arrivals[slot] > 0
                                ? price[slot] + premium * bought / arrivals[slot]
                                : price[slot];
            }
        }
    }

    /** Lets the state buy where the price is under its own; whether it did anywhere. */
    private boolean procure(int good, SpatialEquilibrium market) {
        boolean some = false;
        for (int yard = 0; yard < plan.mandis; yard++) {
            int slot = good * plan.mandis + yard;
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

    private void pay() {
        for (int farm = 0; farm < plan.farms; farm++) {
            int slot = plan.good[farm] * plan.mandis + plan.mandi[farm];
            earned[farm] += sale[farm] * paid[slot] + plan.hectares[farm] * plan.rupeesADay;
        }
    }

    /** What a yard's people bought today less what came, was brought, bought off or rotted: 0. */
    double unclearedQuintals(int good, int yard) {
        SpatialEquilibrium market = markets[good];
        int slot = good * plan.mandis + yard;
        double traded = 0;
        for (int route = 0; route < from.length; route++) {
            traded += to[route] == yard ? market.shipped(route) : 0;
            traded -= from[route] == yard ? market.shipped(route) : 0;
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

    double earnedRupees() {
        return sum(earned);
    }

    double heldQuintals() {
        return sum(held);
    }

    double grownQuintals() {
        return sums[GROWN];
    }

    double spoiltQuintals() {
        return sums[LOST];
    }

    double soldToday() {
        return sum(sale);
    }

    double price(int good, int yard) {
        return price[good * plan.mandis + yard];
    }

    /** Mean share of the best yield, weighed by land. */
    double yieldShare() {
        double share = 0;
        double land = 0;
        for (int farm = 0; farm < plan.farms; farm++) {
            share += plan.hectares[farm] * yieldShare(farm);
            land += plan.hectares[farm];
        }
        return land > 0 ? share / land : 1;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    double[][] state() {
        return new double[][] {
            depletion, demanded, drunk, waterLeft, held, expected, earned, price, outside, sums
        };
    }
}

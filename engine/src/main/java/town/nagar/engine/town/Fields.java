package town.nagar.engine.town;

import java.util.Arrays;
import town.nagar.engine.random.Chance;
import town.nagar.engine.weather.WeatherDays;

/**
 * Farms of a run, day by day: what they reap, hold, bring to the yards and earn.
 *
 * <p>Farms sell a share of their stock that grows with the price over the one they expect, which
 * follows what they see (Nerlove 1958), and of what their store does not hold a tenth more.
 */
final class Fields {
    private static final double SELLING_PACE = 1.0 / 60;
    private static final double FASTEST_PACE = 5.0 / 60;
    private static final double SPILLING_PACE = 0.1;
    private static final double ADJUSTMENT = 0.1;
    private static final double SPOILAGE = 0.0005;

    private static final int GROWN = 0;
    private static final int LOST = 1;

    private final FieldPlan plan;
    private final double[] held;
    private final double[] expected;
    private final double[] earned;
    private final double[] sale;
    private final double[] sums = new double[2];

    final Growth growth;
    final Yards yards;

    Fields(Scene scene) {
        plan = scene.fields;
        growth = new Growth(scene);
        yards = new Yards(scene);
        held = new double[plan.farms];
        expected = new double[plan.farms];
        earned = new double[plan.farms];
        sale = new double[plan.farms];
    }

    void reset() {
        growth.reset();
        yards.reset();
        Arrays.fill(earned, 0);
        Arrays.fill(sums, 0);
        System.arraycopy(plan.firstHeld, 0, held, 0, held.length);
        for (int farm = 0; farm < plan.farms; farm++) {
            expected[farm] = plan.usualPrice[plan.good[farm]];
        }
    }

    /** Lets a day pass. */
    void day(int day, Chance chance, WeatherDays weather) {
        growth.day(day, weather);
        reap(day);
        bring();
        yards.clear(day, chance);
        pay();
    }

    private void reap(int day) {
        for (int farm = 0; farm < plan.farms; farm++) {
            double reaped = growth.reapedQuintals(farm, day);
            held[farm] += reaped;
            sums[GROWN] += reaped;
        }
    }

    private void bring() {
        Arrays.fill(yards.arrivals, 0);
        for (int farm = 0; farm < plan.farms; farm++) {
            double now = yards.price(slot(farm));
            double tempting = now / expected[farm];
            double pace = Math.min(FASTEST_PACE, SELLING_PACE * tempting * tempting);
            double spilling = SPILLING_PACE * Math.max(0, held[farm] - plan.storeQuintals[farm]);
            sale[farm] = Math.min(held[farm], spilling + pace * held[farm]);
            yards.arrivals[slot(farm)] += sale[farm];
            held[farm] -= sale[farm];
            double spoilt = held[farm] * SPOILAGE;
            held[farm] -= spoilt;
            sums[LOST] += spoilt;
            expected[farm] += ADJUSTMENT * (now - expected[farm]);
        }
    }

    private int slot(int farm) {
        return yards.slot(plan.good[farm], plan.mandi[farm]);
    }

    private void pay() {
        for (int farm = 0; farm < plan.farms; farm++) {
            earned[farm] +=
                    sale[farm] * yards.paid(slot(farm)) + plan.hectares[farm] * plan.rupeesADay;
        }
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

    /** What a farm expects a quintal to fetch, Rs. */
    double expectedRupees(int farm) {
        return expected[farm];
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    double[][] state() {
        double[][] soil = growth.state();
        double[][] prices = yards.state();
        return new double[][] {
            soil[0], soil[1], soil[2], soil[3], prices[0], prices[1], held, expected, earned, sums
        };
    }
}

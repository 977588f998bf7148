package town.nagar.engine.town;

import java.util.Arrays;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Quantiles;

/**
 * Businesses of a run, hour by hour: customers by the day's luck and the crowd in the zone, stock
 * by the (s, S) rule (Scarf 1960), deliveries by van.
 */
final class Shops {
    private static final double DAY_LOG_DEVIATION = 0.25;
    private static final double MOST_CROWD = 2;
    private static final int NONE_DUE = -1;

    private static final int TURNOVER = 0;
    private static final int WANTED = 1;
    private static final int DELIVERIES = 2;
    private static final int STAFF_HOURS = 3;

    /** 45 litres a head and shift of 8 hours: CPHEEO manual, 1999, for offices; from memory. */
    private static final double LITRES_A_STAFF_HOUR = 45.0 / 8;

    private final ShopPlan plan;
    private final float[] luck;
    private final double[] stock;
    private final double[] due;
    private final double[] onOrder;
    private final double[] sums;

    /** Vans that set out in the hour, to each zone. */
    final int[] vansTo;

    Shops(Scene scene) {
        plan = scene.shops;
        luck = new float[plan.shops];
        stock = new double[plan.shops];
        due = new double[plan.shops];
        onOrder = new double[plan.shops];
        sums = new double[4];
        vansTo = new int[scene.agents.zones];
    }

    void reset() {
        Arrays.fill(due, NONE_DUE);
        Arrays.fill(onOrder, 0);
        Arrays.fill(sums, 0);
        for (int shop = 0; shop < plan.shops; shop++) {
            stock[shop] = plan.orderUpTo[shop];
        }
    }

    /** Draws the day's custom of every business. */
    void dawn(int day, Chance chance) {
        double mean = -DAY_LOG_DEVIATION * DAY_LOG_DEVIATION / 2;
        for (int shop = 0; shop < plan.shops; shop++) {
            double u = chance.uniform(shop, day, Draws.CUSTOM);
            luck[shop] = (float) Quantiles.logNormal(u, mean, DAY_LOG_DEVIATION);
        }
    }

    /**
     * Lets an hour pass.
     *
     * @param hour from the start of the run
     * @param crowd agents in each zone now
     */
    void hour(int hour, int hourOfDay, int[] crowd) {
        Arrays.fill(vansTo, 0);
        for (int shop = 0; shop < plan.shops; shop++) {
            if (plan.open[shop] <= hourOfDay && hourOfDay < plan.close[shop]) {
                trade(shop, hour, crowd);
            }
        }
    }

    private void trade(int shop, int hour, int[] crowd) {
        int zone = plan.zone[shop];
        sums[STAFF_HOURS] += plan.staff[shop];
        if (due[shop] != NONE_DUE && due[shop] <= hour) {
            stock[shop] += onOrder[shop];
            onOrder[shop] = 0;
            due[shop] = NONE_DUE;
            vansTo[zone]++;
            sums[DELIVERIES]++;
        }
        double usual = plan.usualCrowd[zone];
        double crowding = usual > 0 ? Math.min(MOST_CROWD, crowd[zone] / usual) : 1;
        double wanted = plan.customersAnHour[shop] * luck[shop] * crowding;
        double sold = Math.min(wanted, stock[shop]);
        stock[shop] -= sold;
        sums[TURNOVER] += sold * plan.pricePaise[shop];
        sums[WANTED] += wanted * plan.pricePaise[shop];
        if (stock[shop] <= plan.reorderAt[shop] && due[shop] == NONE_DUE) {
            onOrder[shop] = plan.orderUpTo[shop] - stock[shop];
            due[shop] = (double) hour + plan.leadHours[shop];
        }
    }

    double turnoverPaise() {
        return sums[TURNOVER];
    }

    double wantedPaise() {
        return sums[WANTED];
    }

    double deliveries() {
        return sums[DELIVERIES];
    }

    /** Hours worked so far by the staff of all. */
    double staffHours() {
        return sums[STAFF_HOURS];
    }

    /** Water that the staff used so far, litres: part of what people use where they are. */
    double waterLitres() {
        return LITRES_A_STAFF_HOUR * sums[STAFF_HOURS];
    }

    double onOrder(int shop) {
        return onOrder[shop];
    }

    double stock(int shop) {
        return stock[shop];
    }

    double[][] state() {
        return new double[][] {stock, due, onOrder, sums};
    }

    float[] luck() {
        return luck;
    }
}

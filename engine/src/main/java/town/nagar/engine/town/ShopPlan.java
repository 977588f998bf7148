package town.nagar.engine.town;

import town.nagar.engine.random.Chance;
import town.nagar.engine.town.plan.TownPlan;

/** What no run changes about the businesses: one slot in each array a business. */
final class ShopPlan {
    final int shops;
    final int[] zone;
    final byte[] open;
    final byte[] close;
    final int[] staff;
    final float[] customersAnHour;
    final float[] pricePaise;
    final float[] reorderAt;
    final float[] orderUpTo;
    final int[] leadHours;

    /** The zone that deliveries come from. */
    final int depot;

    /** Agents that are usually in each zone in business hours. */
    final double[] usualCrowd;

    ShopPlan(TownPlan plan, Agents agents, long seed) {
        Chance chance = Chance.of(seed, Integer.MIN_VALUE);
        shops = plan.population().businesses();
        zone = new int[shops];
        open = new byte[shops];
        close = new byte[shops];
        staff = new int[shops];
        customersAnHour = new float[shops];
        pricePaise = new float[shops];
        reorderAt = new float[shops];
        orderUpTo = new float[shops];
        leadHours = new int[shops];
        usualCrowd = new double[agents.zones];
        depot = depot(plan);
        double jobs = plan.zones().stream().mapToDouble(z -> z.jobs()).sum();
        int at = 0;
        double upTo = plan.zones().getFirst().jobs();
        for (int shop = 0; shop < shops; shop++) {
            double place = (shop + 0.5) / shops * jobs;
            while (place > upTo && at < plan.zones().size() - 1) {
                at++;
                upTo += plan.zones().get(at).jobs();
            }
            zone[shop] = at;
            describe(shop, chance);
        }
        for (int citizen = 0; citizen < agents.citizens; citizen++) {
            usualCrowd[agents.home[citizen]] += 0.5;
            usualCrowd[agents.work[citizen]] += 0.5;
        }
    }

    /** The zone with the most jobs. */
    static int depot(TownPlan plan) {
        int best = 0;
        for (int zone = 1; zone < plan.zones().size(); zone++) {
            if (plan.zones().get(zone).jobs() > plan.zones().get(best).jobs()) {
                best = zone;
            }
        }
        return best;
    }

    private void describe(int shop, Chance chance) {
        open[shop] = (byte) (8 + (int) (3 * chance.uniform(shop, 0, Draws.TRADE)));
        close[shop] = (byte) (18 + (int) (4 * chance.uniform(shop, 1, Draws.TRADE)));
        staff[shop] = 1 + (int) (8 * square(chance.uniform(shop, 2, Draws.TRADE)));
        customersAnHour[shop] =
                (float) (staff[shop] * (1 + 4 * chance.uniform(shop, 3, Draws.TRADE)));
        pricePaise[shop] = (float) (100 * 40 / (0.1 + 0.9 * chance.uniform(shop, 4, Draws.TRADE)));
        leadHours[shop] = 4 + (int) (44 * chance.uniform(shop, 5, Draws.TRADE));
        double aDay = customersAnHour[shop] * (close[shop] - open[shop]);
        reorderAt[shop] = (float) (aDay * (0.5 + leadHours[shop] / 24.0));
        orderUpTo[shop] = (float) (reorderAt[shop] + aDay * 3);
    }

    private static double square(double x) {
        return x * x;
    }
}

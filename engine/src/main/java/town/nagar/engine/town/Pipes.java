package town.nagar.engine.town;

import java.util.Arrays;

/**
 * Water of a run, hour by hour: what people use comes from their zone's tanks, which fill while the
 * valves are open with what {@link WaterTable} lets through.
 */
final class Pipes {
    /** Use by hour of the day over the mean; they average 1. */
    private static final double[] HOURS = {
        0.3, 0.2, 0.2, 0.3, 0.6, 1.3, 2.0, 2.2, 1.9, 1.5, 1.2, 1.1, 1.1, 1.0, 0.9, 0.9, 1.0, 1.2,
        1.4, 1.3, 1.0, 0.7, 0.45, 0.25
    };

    private static final double SECONDS_AN_HOUR = 3600;
    private static final double LARGEST_DRAW = 10;
    private static final double SHORT_SHARE = 0.9;
    private static final double WARM_C = 25;
    private static final double MORE_A_DEGREE = 0.015;

    private static final int PUT = 0;
    private static final int DELIVERED = 1;
    private static final int LEAKED = 2;
    private static final int USED = 3;
    private static final int NEEDED = 4;
    private static final int SHORT_DAYS = 5;
    private static final int PRODUCED_TODAY = 6;

    private final Scene scene;
    private final WaterTable table;
    private final double[] capacity;
    private final double[] stored;
    private final double[] neededToday;
    private final double[] usedToday;
    private final double[] sums = new double[7];
    private final double[] wants;
    private final double[] got;

    /** Share of the day before's need that each zone got. */
    private final double[] metYesterday;

    Pipes(Scene scene) {
        this.scene = scene;
        table = scene.water;
        capacity = new double[table.zones];
        stored = new double[table.zones];
        neededToday = new double[table.zones];
        usedToday = new double[table.zones];
        wants = new double[table.zones];
        got = new double[table.zones];
        metYesterday = new double[table.zones];
        double hours = scene.plan.water().storageHours();
        for (int zone = 0; zone < table.zones; zone++) {
            capacity[zone] = table.meanUse[zone] * SECONDS_AN_HOUR * hours;
        }
    }

    /** Tanks are full at first. */
    void reset() {
        System.arraycopy(capacity, 0, stored, 0, stored.length);
        Arrays.fill(neededToday, 0);
        Arrays.fill(usedToday, 0);
        Arrays.fill(sums, 0);
        Arrays.fill(metYesterday, 1);
    }

    /**
     * Lets an hour pass.
     *
     * @param crowd agents in each zone now; use follows where people are
     */
    void hour(int hourOfDay, double celsius, double useFactor, int[] crowd, int[] residents) {
        double warmth = Math.max(0.8, 1 + MORE_A_DEGREE * (celsius - WARM_C));
        double people = scene.policy.outlook().peopleFactor();
        double factor =
                useFactor
                        * warmth
                        * people
                        * scene.policy.water().demandFactor()
                        * HOURS[hourOfDay]
                        * SECONDS_AN_HOUR;
        for (int zone = 0; zone < table.zones; zone++) {
            // half of the use stays with the home, half goes where the person is
            double there = residents[zone] > 0 ? (double) crowd[zone] / residents[zone] : 1;
            double present = 0.5 + 0.5 * Math.min(2, there);
            neededToday[zone] += use(zone, factor * present);
        }
        fill(hourOfDay);
        for (int zone = 0; zone < table.zones; zone++) {
            double there = residents[zone] > 0 ? (double) crowd[zone] / residents[zone] : 1;
            double present = 0.5 + 0.5 * Math.min(2, there);
            double need = use(zone, factor * present);
            double used = Math.min(need, stored[zone]);
            stored[zone] -= used;
            usedToday[zone] += used;
            sums[USED] += used;
            sums[NEEDED] += need;
        }
    }

    private double use(int zone, double factor) {
        return table.meanUse[zone] * factor;
    }

    /** Lets the open zones draw until their tanks are full, as far as pipes and sources allow. */
    private void fill(int hourOfDay) {
        int pattern = table.valves.patternOfHour[hourOfDay];
        if (pattern == Agents.NONE) {
            return;
        }
        double wanted = 0;
        for (int zone = 0; zone < table.zones; zone++) {
            boolean open = table.valves.open[pattern][zone];
            double room = capacity[zone] - stored[zone] + inHour(zone);
            double most = LARGEST_DRAW * table.meanUse[zone] * SECONDS_AN_HOUR;
            wants[zone] = open ? table.valves.throttle[zone] * Math.min(most, room) : 0;
            wanted += wants[zone];
        }
        double place = table.place(pattern, wanted / SECONDS_AN_HOUR);
        double leaked = table.leak(pattern, place) * SECONDS_AN_HOUR;
        double delivered = 0;
        for (int zone = 0; zone < table.zones; zone++) {
            got[zone] = wants[zone] * table.share(pattern, place, zone);
            delivered += got[zone];
        }
        double left = production() - sums[PRODUCED_TODAY];
        double put = delivered + leaked;
        double scale = put > left ? Math.max(0, left) / put : 1;
        for (int zone = 0; zone < table.zones; zone++) {
            stored[zone] += got[zone] * scale;
        }
        sums[PRODUCED_TODAY] += put * scale;
        sums[PUT] += put * scale;
        sums[DELIVERED] += delivered * scale;
        sums[LEAKED] += leaked * scale;
    }

    /** What the zone uses while it fills, so that a full tank stays full. */
    private double inHour(int zone) {
        return table.meanUse[zone] * SECONDS_AN_HOUR;
    }

    private double production() {
        return scene.plan.water().productionM3PerDay() * scene.policy.water().productionFactor();
    }

    /** Ends the day: which zones were short, weighed by their residents. */
    void dusk() {
        double people = 0;
        double shortOf = 0;
        for (int zone = 0; zone < table.zones; zone++) {
            double residents = scene.plan.zones().get(zone).residents();
            double met = neededToday[zone] > 0 ? usedToday[zone] / neededToday[zone] : 1;
            people += residents;
            shortOf += met < SHORT_SHARE ? residents : 0;
            metYesterday[zone] = met;
        }
        sums[SHORT_DAYS] += shortOf / people;
        sums[PRODUCED_TODAY] = 0;
        Arrays.fill(neededToday, 0);
        Arrays.fill(usedToday, 0);
    }

    double met(int zone) {
        return metYesterday[zone];
    }

    double shortDays() {
        return sums[SHORT_DAYS];
    }

    double putM3() {
        return sums[PUT];
    }

    double deliveredM3() {
        return sums[DELIVERED];
    }

    double leakedM3() {
        return sums[LEAKED];
    }

    double usedM3() {
        return sums[USED];
    }

    double neededM3() {
        return sums[NEEDED];
    }

    double storedM3() {
        double sum = 0;
        for (double one : stored) {
            sum += one;
        }
        return sum;
    }

    double capacityM3() {
        double sum = 0;
        for (double one : capacity) {
            sum += one;
        }
        return sum;
    }

    double[][] state() {
        return new double[][] {stored, neededToday, usedToday, sums, metYesterday};
    }
}

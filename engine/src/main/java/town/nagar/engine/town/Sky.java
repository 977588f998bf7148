package town.nagar.engine.town;

import java.util.Arrays;
import town.nagar.engine.air.AgedAir;
import town.nagar.engine.air.WasteBurning;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Quantiles;
import town.nagar.engine.town.plan.Works;
import town.nagar.engine.town.plan.Zone;
import town.nagar.engine.town.policy.WorksLimit;
import town.nagar.engine.weather.WeatherHours;

/**
 * Air of a run, hour by hour: what sources let go, where the wind takes it, what the hours before
 * have left, and what is outside.
 */
final class Sky {
    /** Cooking by hour of the day over its mean; they average 1. */
    private static final double[] HEARTH_HOURS = {
        0, 0, 0, 0, 0.3, 1.2, 2.6, 2.8, 2.0, 1.0, 0.6, 0.9, 1.5, 1.0, 0.4, 0.4, 0.6, 1.2, 2.2, 2.6,
        1.8, 0.7, 0.2, 0
    };

    /** Open fires by hour of the day over their mean; they average 1. */
    private static final double[] FIRE_HOURS = {
        0.6, 0.5, 0.4, 0.4, 0.5, 1.0, 1.8, 1.8, 1.2, 0.8, 0.6, 0.5, 0.4, 0.4, 0.4, 0.5, 0.8, 1.4,
        2.2, 2.4, 2.0, 1.6, 1.1, 0.7
    };

    private static final double MICROGRAMS = 1e6;
    private static final double DAY_MEMORY = 0.7;
    private static final double WASHED_SHARE = 0.7;

    private final Scene scene;
    private final int zones;
    final double[] gramsPerSecond;
    private final double[] local;
    private final double[] cellGrams;
    private final double[] aged;

    /** What hours before have left in the air. */
    final AgedAir before;

    /** PM2.5 in the middle of each zone, ug/m3, and its sums of hours since the beginning. */
    final double[] pm25;

    final double[] hoursSum;
    private final double[] daySum;
    private final double[] outside = new double[2];
    private final double[] works;
    private final double[] sums = new double[2];
    private double hourGrams;

    private static final int DEPARTURE = 0;
    private static final int TODAY = 1;
    private static final int GRAMS = 0;
    private static final int OUTSIDE_HOURS = 1;

    Sky(Scene scene) {
        this.scene = scene;
        zones = scene.agents.zones;
        gramsPerSecond = new double[scene.air.emitters];
        local = new double[zones];
        cellGrams = new double[scene.air.cells.count()];
        aged = new double[cellGrams.length];
        before = scene.air.cells.cleanAir();
        pm25 = new double[zones];
        hoursSum = new double[zones];
        daySum = new double[zones];
        works = new double[scene.plan.works().size() * 24];
        for (int one = 0; one < scene.plan.works().size(); one++) {
            schedule(one, scene.plan.works().get(one));
        }
    }

    private void schedule(int one, Works plant) {
        for (int hour = 0; hour < 24; hour++) {
            double grams = plant.hours().has(hour) ? plant.pm25GramsPerSecond() : 0;
            for (WorksLimit limit : scene.policy.air().works()) {
                boolean held = limit.concerns(plant.zone()) && limit.hours().has(hour);
                grams *= held ? limit.factor() : 1;
            }
            works[one * 24 + hour] = grams;
        }
    }

    void reset() {
        Arrays.fill(hoursSum, 0);
        Arrays.fill(daySum, 0);
        Arrays.fill(outside, 0);
        Arrays.fill(sums, 0);
        before.clear();
    }

    /** Draws the day's air from outside: log-normal, remembering the day before. */
    void dawn(int day, Chance chance, Inputs inputs, boolean wet) {
        double median = scene.plan.outsideAir().medianPm25().get(scene.month[day]);
        double deviation = scene.plan.outsideAir().logDeviation();
        double shock = Quantiles.normal(chance.uniform(0, day, Draws.BACKGROUND), 0, 1);
        double fresh = day == 0 ? 1 : Math.sqrt(1 - DAY_MEMORY * DAY_MEMORY);
        outside[DEPARTURE] = (day == 0 ? 0 : DAY_MEMORY * outside[DEPARTURE]) + fresh * shock;
        outside[TODAY] =
                median
                        * StrictMath.exp(deviation * outside[DEPARTURE])
                        * inputs.background
                        * scene.policy.outlook().backgroundFactor()
                        * (wet ? WASHED_SHARE : 1);
    }

    /** Clears the sources and sets those that are no roads. */
    void begin(int hourOfDay, Inputs inputs) {
        Arrays.fill(gramsPerSecond, 0);
        double grams = 0;
        for (int one = 0; one < scene.plan.works().size(); one++) {
            gramsPerSecond[scene.air.firstWorks + one] = works[one * 24 + hourOfDay];
            grams += works[one * 24 + hourOfDay];
        }
        double hearths =
                HEARTH_HOURS[hourOfDay]
                        * inputs.fires
                        * scene.policy.air().hearthFactor()
                        * scene.policy.outlook().peopleFactor();
        double fires =
                inputs.fires
                        * scene.policy.air().burningFactor()
                        * scene.policy.outlook().peopleFactor();
        for (int zone = 0; zone < zones; zone++) {
            Zone one = scene.plan.zones().get(zone);
            double burnt =
                    WasteBurning.gramsPerSecond(
                            one.burntWasteKgPerDay(),
                            WasteBurning.PM25_GRAMS_PER_KG,
                            FIRE_HOURS[hourOfDay]);
            double here = hearths * one.hearthGramsPerSecond() + fires * burnt;
            gramsPerSecond[scene.air.firstSquare + zone] = here;
            grams += here;
        }
        hourGrams = grams * 3600;
        sums[GRAMS] += hourGrams;
    }

    /** Finds what is in the air once all sources are set. */
    void blow(int hour, WeatherHours weather) {
        scene.air.matrices.concentrations(
                weather.windFromDegrees(hour),
                weather.windMetresPerSecond(hour),
                weather.stability(hour),
                gramsPerSecond,
                local);
        age(hour, weather);
        sums[OUTSIDE_HOURS] += outside[TODAY];
        for (int zone = 0; zone < zones; zone++) {
            double own = local[zone] + aged[scene.air.cells.ofZone[zone]];
            pm25[zone] = outside[TODAY] + MICROGRAMS * own;
            hoursSum[zone] += pm25[zone];
            daySum[zone] += pm25[zone];
        }
    }

    private void age(int hour, WeatherHours weather) {
        Arrays.fill(cellGrams, 0);
        for (int emitter = 0; emitter < gramsPerSecond.length; emitter++) {
            cellGrams[scene.air.cells.ofEmitter[emitter]] += gramsPerSecond[emitter];
        }
        before.hour(
                weather.windFromDegrees(hour),
                weather.windMetresPerSecond(hour),
                weather.stability(hour),
                weather.mixingMetres(hour),
                weather.rainMillimetres(hour),
                cellGrams,
                aged);
    }

    /** Mean of the day so far in a zone. */
    double dayMean(int zone) {
        return daySum[zone] / 24;
    }

    void dusk() {
        Arrays.fill(daySum, 0);
    }

    /** Grams of hearths, fires and works in this hour. */
    double hourGrams() {
        return hourGrams;
    }

    /** Grams of hearths, fires and works so far. */
    double otherGrams() {
        return sums[GRAMS];
    }

    /** Sum over hours of what came from outside, ug/m3. */
    double outsideHours() {
        return sums[OUTSIDE_HOURS];
    }

    double[][] state() {
        double[][] old = before.state();
        return new double[][] {pm25, hoursSum, daySum, outside, sums, old[0], old[1], old[2]};
    }
}

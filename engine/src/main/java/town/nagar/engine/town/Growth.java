package town.nagar.engine.town;

import java.util.Arrays;
import town.nagar.engine.agriculture.PenmanMonteith;
import town.nagar.engine.agriculture.Radiation;
import town.nagar.engine.agriculture.SoilWater;
import town.nagar.engine.agriculture.YieldResponse;
import town.nagar.engine.weather.WeatherDays;

/** Water of the fields of a run, day by day, and what they yield by it: one slot a farm. */
final class Growth {
    private static final double TURN_MILLIMETRES = 50;
    private static final double SOAKING_SHARE = 0.9;
    private static final double FIRST_DEPLETION = 0.3;

    private final Scene scene;
    private final FieldPlan plan;

    private final double[] depletion;
    private final double[] demanded;
    private final double[] drunk;
    private final double[] waterLeft;

    private final double[] available;
    private final double[] wants;
    private final double[] water;
    private final double[] gets;
    private final double[] drains;

    Growth(Scene scene) {
        this.scene = scene;
        plan = scene.fields;
        depletion = new double[plan.farms];
        demanded = new double[plan.farms];
        drunk = new double[plan.farms];
        waterLeft = new double[plan.farms];
        available = new double[plan.farms];
        wants = new double[plan.farms];
        water = new double[plan.farms];
        gets = new double[plan.farms];
        drains = new double[plan.farms];
    }

    void reset() {
        Arrays.fill(demanded, 0);
        Arrays.fill(drunk, 0);
        System.arraycopy(plan.irrigationMillimetres, 0, waterLeft, 0, waterLeft.length);
        for (int farm = 0; farm < plan.farms; farm++) {
            depletion[farm] = FIRST_DEPLETION * plan.available[plan.holding[farm]][0];
        }
    }

    /** Lets crops drink what rain, turns of irrigation and the soil give them on a day. */
    void day(int day, WeatherDays weather) {
        if (plan.farms == 0) {
            return;
        }
        double et0 = et0(day, weather);
        double rain = SOAKING_SHARE * weather.rainMillimetres(day);
        for (int farm = 0; farm < plan.farms; farm++) {
            irrigate(farm, day, et0, rain);
        }
        SoilWater.day(depletion, available, plan.tabledShare, wants, water, gets, drains);
        for (int farm = 0; farm < plan.farms; farm++) {
            if (plan.growing[plan.holding[farm]][day]) {
                demanded[farm] += wants[farm];
                drunk[farm] += gets[farm];
            }
        }
    }

    /** A farm waters as soon as its crop cannot readily drink any more, while it has water. */
    private void irrigate(int farm, int day, double et0, double rain) {
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

    /** Quintals that a farm brings in on a day. */
    double reapedQuintals(int farm, int day) {
        boolean reaps = plan.sinceRipe[plan.holding[farm]][day] == plan.harvestLag[farm];
        return reaps ? plan.bestQuintals[farm] * yieldShare(farm) : 0;
    }

    /** Share of the best yield by the water drunk so far in the run; 1 before anything grew. */
    double yieldShare(int farm) {
        double share = demanded[farm] > 0 ? Math.min(1, drunk[farm] / demanded[farm]) : 1;
        return YieldResponse.share(plan.sensitivity[farm], share);
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

    double[][] state() {
        return new double[][] {depletion, demanded, drunk, waterLeft};
    }
}

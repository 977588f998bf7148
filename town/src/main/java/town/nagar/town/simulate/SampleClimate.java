package town.nagar.town.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import town.nagar.engine.town.plan.Climate;

/**
 * The climate of middle Gujarat as the sample town has it: rounded from what is usual at Ahmedabad;
 * humidity gives the vapour pressure, and of the fine dust 70 % is taken to come from outside.
 */
final class SampleClimate {
    private static final double[] MAXIMUM_C = {28, 31, 36, 40, 42, 39, 34, 32, 34, 36, 33, 29};
    private static final double[] MINIMUM_C = {12, 14, 19, 24, 27, 27, 26, 25, 24, 21, 16, 13};
    private static final double[] RAIN_MM = {2, 1, 1, 2, 5, 85, 300, 250, 125, 15, 5, 1};
    private static final double[] RAINY_DAYS = {0.3, 0.2, 0.2, 0.2, 0.4, 4, 12, 11, 6, 1, 0.4, 0.2};
    private static final double[] WIND_M_PER_S = {
        1.8, 1.9, 2.2, 2.6, 3.8, 4.2, 3.6, 3.0, 2.2, 1.5, 1.4, 1.6
    };
    private static final double[] WIND_FROM_DEGREES = {
        30, 320, 290, 270, 240, 230, 225, 230, 260, 340, 40, 40
    };
    private static final double[] HUMIDITY = {
        .48, .42, .36, .34, .42, .58, .76, .80, .70, .50, .45, .48
    };
    private static final double[] SUN_HOURS = {
        9, 9.6, 9.5, 10.2, 10.5, 7.5, 4, 3.5, 6.5, 9.2, 9.2, 8.8
    };
    private static final double[] PM25 = {62, 50, 42, 36, 30, 24, 17, 16, 22, 42, 62, 66};

    private static final double FROM_OUTSIDE = 0.7;
    private static final double LOG_DEVIATION = 0.35;
    private static final double ALTITUDE_M = 50;
    private static final int SECTORS = 16;

    private SampleClimate() {}

    static Climate at(double latitude) {
        var months = new ArrayList<Climate.Month>();
        for (int month = 0; month < MAXIMUM_C.length; month++) {
            double mean = (MAXIMUM_C[month] + MINIMUM_C[month]) / 2;
            months.add(
                    new Climate.Month(
                            MAXIMUM_C[month],
                            MINIMUM_C[month],
                            RAIN_MM[month],
                            RAINY_DAYS[month],
                            WIND_M_PER_S[month],
                            HUMIDITY[month] * saturationKpa(mean),
                            SUN_HOURS[month],
                            FROM_OUTSIDE * PM25[month],
                            LOG_DEVIATION));
        }
        return new Climate(latitude, ALTITUDE_M, months, windRose());
    }

    /** FAO-56, equation 11. */
    private static double saturationKpa(double celsius) {
        return 0.6108 * StrictMath.exp(17.27 * celsius / (celsius + 237.3));
    }

    /** Half of each month from its usual direction, the rest from the sectors beside it. */
    private static List<Double> windRose() {
        var rose = new double[SECTORS];
        for (double degrees : WIND_FROM_DEGREES) {
            int sector = (int) Math.round(degrees * SECTORS / 360) % SECTORS;
            rose[sector] += 0.5;
            rose[(sector + 1) % SECTORS] += 0.25;
            rose[(sector + SECTORS - 1) % SECTORS] += 0.25;
        }
        return Arrays.stream(rose).boxed().toList();
    }
}

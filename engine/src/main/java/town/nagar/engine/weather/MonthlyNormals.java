package town.nagar.engine.weather;

import java.util.ArrayList;
import java.util.List;
import town.nagar.engine.weather.MonthTemperature.Spread;

/**
 * A climate from what tables of normals print, with judgement where they print nothing: the spread
 * of days, the differences of wet and dry days, the shape of rain. One slot in each array a month.
 *
 * @param maximumC mean highest temperature of the month's days
 * @param minimumC mean lowest
 * @param rainMillimetres of the whole month
 * @param rainyDays above 0
 * @param sunHours a day
 * @param daylightHours a day
 * @param windMetresPerSecond mean at 10 m
 * @param dewPointBelowMinimumC by how much the dew point lies below the day's lowest temperature
 * @param roses weights of the wind from each of 16 sectors, clockwise from north
 */
record MonthlyNormals(
        List<Double> maximumC,
        List<Double> minimumC,
        List<Double> rainMillimetres,
        List<Double> rainyDays,
        List<Double> sunHours,
        List<Double> daylightHours,
        List<Double> windMetresPerSecond,
        List<Double> dewPointBelowMinimumC,
        List<List<Double>> roses) {
    private static final double INDIAN_MERIDIAN = 82.5;
    private static final double RAINY_DAY_MILLIMETRES = 2.5;
    private static final double WIND_SWING = 0.35;
    private static final double[] DAYS = {31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final double[] DEVIATION_MAXIMUM_C = {
        2.3, 2.5, 2.4, 1.9, 1.8, 2.5, 2.2, 1.8, 2.0, 1.6, 1.6, 1.9
    };
    private static final double[] DEVIATION_MINIMUM_C = {
        2.3, 2.4, 2.3, 2.0, 1.4, 1.4, 1.0, 0.8, 1.0, 2.0, 2.0, 2.2
    };
    private static final double RAIN_SHAPE = 0.6;
    private static final double WIND_SHAPE = 2.2;
    private static final double WET_COOLER_C = 3;
    private static final double WET_NIGHT_COOLER_C = 0.8;
    private static final double WET_SUN_TO_DRY = 0.45;
    private static final double SUN_SPREAD = 0.8;
    private static final double MONSOON_SPELLS = 0.35;
    private static final double DRY_SEASON_SPELLS = 0.2;

    /** That of temperatures after Richardson (1981), recalled; the rest is judgement. */
    private static final Memory MEMORY =
            new Memory(0.633, 0.621, 0.674, 0.445, 0.563, 0.45, 0.3, 0.8);

    Climate climate(double latitude, double longitude, double altitudeMetres) {
        List<MonthClimate> months = new ArrayList<>();
        for (int month = 0; month < Climate.MONTHS; month++) {
            months.add(month(month));
        }
        return new Climate(
                latitude,
                longitude,
                altitudeMetres,
                INDIAN_MERIDIAN,
                RAINY_DAY_MILLIMETRES,
                WIND_SWING,
                MEMORY,
                months);
    }

    private MonthClimate month(int month) {
        MonthRain rain = rain(month);
        return new MonthClimate(
                rain,
                temperature(month, rain.wetShare()),
                wind(month),
                sky(month, rain.wetShare()));
    }

    /** Wet after wet is likelier than wet after dry by the spells' strength. */
    private MonthRain rain(int month) {
        boolean monsoon = month >= 5 && month <= 8;
        double spells = monsoon ? MONSOON_SPELLS : DRY_SEASON_SPELLS;
        double wetShare = rainyDays.get(month) / DAYS[month];
        double afterDry = wetShare * (1 - spells);
        double beyond = rainMillimetres.get(month) / rainyDays.get(month) - RAINY_DAY_MILLIMETRES;
        return new MonthRain(afterDry, afterDry + spells, RAIN_SHAPE, beyond / RAIN_SHAPE);
    }

    /** Dry and wet days whose mean, by their shares, is the normal. */
    private MonthTemperature temperature(int month, double wetShare) {
        double maximum = maximumC.get(month) + wetShare * WET_COOLER_C;
        double minimum = minimumC.get(month) + wetShare * WET_NIGHT_COOLER_C;
        double above = DEVIATION_MAXIMUM_C[month];
        double below = DEVIATION_MINIMUM_C[month];
        return new MonthTemperature(
                new Spread(maximum, above, minimum, below),
                new Spread(maximum - WET_COOLER_C, above, minimum - WET_NIGHT_COOLER_C, below));
    }

    private MonthWind wind(int month) {
        double scale = windMetresPerSecond.get(month) / gammaOfOnePlus(1 / WIND_SHAPE);
        return new MonthWind(WIND_SHAPE, scale, roses.get(month));
    }

    /** Gamma(1 + x), 0 to 1, to 3e-7: Abramowitz, Stegun, 6.1.36. */
    private static double gammaOfOnePlus(double x) {
        double[] coefficients = {
            -0.577191652,
            0.988205891,
            -0.897056937,
            0.918206857,
            -0.756704078,
            0.482199394,
            -0.193527818,
            0.035868343
        };
        double sum = 0;
        for (int power = coefficients.length - 1; power >= 0; power--) {
            sum = (sum + coefficients[power]) * x;
        }
        return 1 + sum;
    }

    private MonthSky sky(int month, double wetShare) {
        double share = sunHours.get(month) / daylightHours.get(month);
        double dry = share / (1 - wetShare * (1 - WET_SUN_TO_DRY));
        return new MonthSky(
                dry, dry * WET_SUN_TO_DRY, SUN_SPREAD, dewPointBelowMinimumC.get(month));
    }
}

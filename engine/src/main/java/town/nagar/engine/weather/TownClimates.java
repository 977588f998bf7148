package town.nagar.engine.weather;

import java.util.ArrayList;
import java.util.List;
import town.nagar.engine.weather.MonthTemperature.Spread;

/**
 * Climates that ship with the engine, for towns without a history to fit ({@link WeatherFit}).
 *
 * <p>The monthly normals of mean maximum, mean minimum, rain, rainy days and sunshine are those of
 * the India Meteorological Department's station Ahmedabad, typed from memory and rounded; they have
 * not been compared with the printed tables. Winds are recalled as to their size and seasons only.
 * The memory of temperatures is that of Richardson (1981), recalled too; the spread of days, the
 * differences of wet and dry days, the shape of rain and the dew points are judgement. A town with
 * ten years of daily records should fit its own.
 */
public final class TownClimates {
    private static final double LATITUDE = 23.07;
    private static final double LONGITUDE = 72.63;
    private static final double INDIAN_MERIDIAN = 82.5;
    private static final double RAINY_DAY_MILLIMETRES = 2.5;
    private static final double WIND_SWING = 0.35;

    private static final double[] DAYS = {31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final double[] MAXIMUM_C = {
        28.0, 31.1, 36.0, 39.8, 41.5, 38.4, 33.4, 31.9, 34.0, 35.8, 32.9, 29.4
    };
    private static final double[] MINIMUM_C = {
        12.3, 14.7, 19.6, 24.2, 27.1, 27.5, 26.1, 25.3, 24.8, 21.7, 17.1, 13.3
    };
    private static final double[] RAIN_MILLIMETRES = {
        1.4, 0.5, 1.2, 2.2, 5.8, 83.8, 292.5, 266.7, 114.4, 14.9, 3.2, 0.7
    };
    private static final double[] RAINY_DAYS = {
        0.3, 0.1, 0.1, 0.3, 0.3, 3.9, 12.2, 11.1, 5.3, 0.9, 0.3, 0.1
    };
    private static final double[] SUN_HOURS = {
        9.3, 9.8, 9.0, 9.9, 10.6, 7.9, 4.2, 3.6, 7.4, 9.4, 9.1, 9.3
    };
    private static final double[] DAYLIGHT_HOURS = {
        10.9, 11.4, 12.0, 12.7, 13.2, 13.5, 13.4, 12.9, 12.2, 11.6, 11.0, 10.7
    };
    private static final double[] WIND_METRES_PER_SECOND = {
        1.8, 1.9, 2.1, 2.4, 3.1, 3.4, 2.9, 2.4, 2.0, 1.5, 1.5, 1.7
    };
    private static final double[] DEVIATION_MAXIMUM_C = {
        2.3, 2.5, 2.4, 1.9, 1.8, 2.5, 2.2, 1.8, 2.0, 1.6, 1.6, 1.9
    };
    private static final double[] DEVIATION_MINIMUM_C = {
        2.3, 2.4, 2.3, 2.0, 1.4, 1.4, 1.0, 0.8, 1.0, 2.0, 2.0, 2.2
    };
    private static final double[] DEW_POINT_BELOW_MINIMUM_C = {
        4, 6, 9, 9, 6, 3, 1, 0.5, 1.5, 4, 4, 4
    };

    /** Weights clockwise from north. */
    private static final List<Double> WINTER =
            List.of(10., 14., 16., 10., 6., 3., 2., 2., 2., 2., 2., 2., 4., 6., 9., 10.);

    private static final List<Double> SUMMER =
            List.of(4., 2., 2., 2., 1., 1., 1., 2., 4., 8., 14., 14., 16., 12., 10., 7.);

    private static final List<Double> MONSOON =
            List.of(1., 1., 1., 1., 1., 1., 2., 3., 8., 16., 26., 20., 12., 4., 2., 1.);

    private static final List<Double> AUTUMN =
            List.of(10., 13., 14., 11., 8., 4., 3., 2., 3., 3., 4., 4., 5., 5., 5., 6.);

    private static final double RAIN_SHAPE = 0.6;
    private static final double WIND_SHAPE = 2.2;
    private static final double WET_COOLER_C = 3;
    private static final double WET_NIGHT_COOLER_C = 0.8;
    private static final double WET_SUN_TO_DRY = 0.45;
    private static final double SUN_SPREAD = 0.8;
    private static final double MONSOON_SPELLS = 0.35;
    private static final double DRY_SEASON_SPELLS = 0.2;

    private TownClimates() {}

    /** Ahmedabad and the plain around it: dry from October to May, monsoon from mid-June. */
    public static Climate northGujarat() {
        List<MonthClimate> months = new ArrayList<>();
        for (int month = 0; month < Climate.MONTHS; month++) {
            months.add(month(month));
        }
        var memory = new Memory(0.633, 0.621, 0.674, 0.445, 0.563, 0.45, 0.3, 0.8);
        return new Climate(
                LATITUDE,
                LONGITUDE,
                INDIAN_MERIDIAN,
                RAINY_DAY_MILLIMETRES,
                WIND_SWING,
                memory,
                months);
    }

    private static MonthClimate month(int month) {
        MonthRain rain = rain(month);
        return new MonthClimate(
                rain,
                temperature(month, rain.wetShare()),
                wind(month),
                sky(month, rain.wetShare()));
    }

    /** Wet after wet is likelier than wet after dry by the spells' strength. */
    private static MonthRain rain(int month) {
        boolean monsoon = month >= 5 && month <= 8;
        double spells = monsoon ? MONSOON_SPELLS : DRY_SEASON_SPELLS;
        double wetShare = RAINY_DAYS[month] / DAYS[month];
        double afterDry = wetShare * (1 - spells);
        double beyond = RAIN_MILLIMETRES[month] / RAINY_DAYS[month] - RAINY_DAY_MILLIMETRES;
        return new MonthRain(afterDry, afterDry + spells, RAIN_SHAPE, beyond / RAIN_SHAPE);
    }

    /** Dry and wet days whose mean, by their shares, is the normal. */
    private static MonthTemperature temperature(int month, double wetShare) {
        double maximum = MAXIMUM_C[month] + wetShare * WET_COOLER_C;
        double minimum = MINIMUM_C[month] + wetShare * WET_NIGHT_COOLER_C;
        double above = DEVIATION_MAXIMUM_C[month];
        double below = DEVIATION_MINIMUM_C[month];
        return new MonthTemperature(
                new Spread(maximum, above, minimum, below),
                new Spread(maximum - WET_COOLER_C, above, minimum - WET_NIGHT_COOLER_C, below));
    }

    private static MonthWind wind(int month) {
        double scale = WIND_METRES_PER_SECOND[month] / gammaOfOnePlus(1 / WIND_SHAPE);
        return new MonthWind(WIND_SHAPE, scale, rose(month));
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

    private static List<Double> rose(int month) {
        return switch (month) {
            case 2, 3, 4 -> SUMMER;
            case 5, 6, 7, 8 -> MONSOON;
            case 9, 10 -> AUTUMN;
            default -> WINTER;
        };
    }

    private static MonthSky sky(int month, double wetShare) {
        double share = SUN_HOURS[month] / DAYLIGHT_HOURS[month];
        double dry = share / (1 - wetShare * (1 - WET_SUN_TO_DRY));
        return new MonthSky(
                dry, dry * WET_SUN_TO_DRY, SUN_SPREAD, DEW_POINT_BELOW_MINIMUM_C[month]);
    }
}

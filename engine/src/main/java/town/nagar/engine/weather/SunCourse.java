package town.nagar.engine.weather;

import town.nagar.engine.agriculture.Radiation;

/**
 * How a day's sunshine and warmth fall on its hours, for each day of the year.
 *
 * <p>The sun's share follows the sine of its height. Temperature rises along half a cosine from
 * dawn to three in the afternoon and falls along another to the next dawn.
 */
final class SunCourse {
    /** The hour of the day that begins at the day's highest temperature. */
    static final int WARMEST_HOUR = 15;

    private static final int HOURS = WeatherHours.HOURS_A_DAY;
    private static final int DAYS_A_YEAR = 366;
    private static final int SAMPLES_AN_HOUR = 12;

    private final int[] coolestHour = new int[DAYS_A_YEAR + 1];
    private final double[] solarShare = new double[(DAYS_A_YEAR + 1) * HOURS];
    private final double[] warmth = new double[(DAYS_A_YEAR + 1) * HOURS];

    SunCourse(Climate climate) {
        for (int day = 1; day <= DAYS_A_YEAR; day++) {
            double daylight = Radiation.daylightHours(climate.latitudeDegrees(), day);
            double dawn = climate.solarNoonHours() - daylight / 2;
            coolestHour[day] = (int) Math.max(0, Math.min(WARMEST_HOUR - 1, Math.rint(dawn)));
            writeSolar(climate, day, dawn, dawn + daylight);
            writeWarmth(day);
        }
    }

    /** The hour of the day that begins at its lowest temperature. */
    int coolestHour(int dayOfYear) {
        return coolestHour[dayOfYear];
    }

    /** Share of the day's radiation that an hour has; those of a day add up to 1. */
    double solarShare(int dayOfYear, int hourOfDay) {
        return solarShare[dayOfYear * HOURS + hourOfDay];
    }

    /** How far an hour is from the nearest minimum, 0, towards the nearest maximum, 1. */
    double warmth(int dayOfYear, int hourOfDay) {
        return warmth[dayOfYear * HOURS + hourOfDay];
    }

    private void writeSolar(Climate climate, int day, double dawn, double dusk) {
        double latitude = Math.toRadians(climate.latitudeDegrees());
        double declination = 0.409 * StrictMath.sin(2 * Math.PI * day / 365 - 1.39);
        double level = StrictMath.sin(latitude) * StrictMath.sin(declination);
        double swing = StrictMath.cos(latitude) * StrictMath.cos(declination);
        double sum = 0;
        for (int sample = 0; sample < HOURS * SAMPLES_AN_HOUR; sample++) {
            double clock = (sample + 0.5) / SAMPLES_AN_HOUR;
            double turn = (clock - climate.solarNoonHours()) * Math.PI / 12;
            boolean up = clock > dawn && clock < dusk;
            double height = up ? Math.max(0, level + swing * StrictMath.cos(turn)) : 0;
            solarShare[day * HOURS + sample / SAMPLES_AN_HOUR] += height;
            sum += height;
        }
        for (int hour = 0; hour < HOURS; hour++) {
            solarShare[day * HOURS + hour] /= sum;
        }
    }

    private void writeWarmth(int day) {
        int dawn = coolestHour[day];
        for (int hour = 0; hour < HOURS; hour++) {
            double way;
            if (hour < dawn) {
                way = (double) (dawn - hour) / (dawn + HOURS - WARMEST_HOUR);
            } else if (hour <= WARMEST_HOUR) {
                way = (double) (hour - dawn) / (WARMEST_HOUR - dawn);
            } else {
                way = (double) (dawn + HOURS - hour) / (dawn + HOURS - WARMEST_HOUR);
            }
            warmth[day * HOURS + hour] = (1 - StrictMath.cos(Math.PI * way)) / 2;
        }
    }
}

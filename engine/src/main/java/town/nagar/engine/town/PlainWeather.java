package town.nagar.engine.town;

import town.nagar.engine.agriculture.Radiation;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Purpose;
import town.nagar.engine.random.Quantiles;
import town.nagar.engine.town.plan.Climate;
import town.nagar.engine.town.plan.Climate.Month;
import town.nagar.engine.town.policy.Outlook;

/**
 * Weather by the month's means: wet days that follow each other, temperatures and winds that
 * remember the day or hour before.
 *
 * <p>Whether a day is wet is a Markov chain with the month's share of wet days and a persistence of
 * {@link #WET_MEMORY} (Richardson 1981); rain of a wet day is exponential about the month's mean.
 * Temperature departs from the month's mean by a normal AR(1); its day is a cosine with the highest
 * value at 15 h. Wind is log-normal by the hour about a mean that is stronger by day.
 */
final class PlainWeather implements WeatherMaker {
    private static final Purpose WET = new Purpose(2_101, "whether a day is wet");
    private static final Purpose RAIN = new Purpose(2_102, "rain of a wet day");
    private static final Purpose WARMTH = new Purpose(2_103, "a day's departure in temperature");
    private static final Purpose WIND = new Purpose(2_104, "wind of an hour");
    private static final Purpose DIRECTION = new Purpose(2_105, "wind direction of a day");
    private static final Purpose VEER = new Purpose(2_106, "turn of the wind in an hour");

    private static final double WET_MEMORY = 0.35;
    private static final double WARMTH_MEMORY = 0.7;
    private static final double WARMTH_DEVIATION = 1.8;
    private static final double WIND_MEMORY = 0.8;
    private static final double WIND_LOG_DEVIATION = 0.45;
    private static final double VEER_DEGREES = 25;
    private static final double WET_DAYS_FALL = 3;
    private static final double LEAST_WIND = 0.3;
    private static final double MOST_WIND = 40;
    private static final int HOURS_A_DAY = 24;
    private static final int FIRST_WET_HOUR = 14;
    private static final int WET_HOURS = 4;
    private static final double MEGAJOULES_TO_WATT_HOURS = 277.78;

    @Override
    public void make(Chance chance, Climate climate, Outlook outlook, Weather into) {
        boolean wet = false;
        double warmth = 0;
        double gust = 0;
        for (int day = 0; day < into.days(); day++) {
            var date = into.firstDay().plusDays(day);
            Month month = climate.months().get(date.getMonthValue() - 1);
            double wetShare = Math.min(0.95, month.rainyDays() / date.lengthOfMonth());
            double probability =
                    wet ? wetShare + WET_MEMORY * (1 - wetShare) : wetShare * (1 - WET_MEMORY);
            wet = chance.uniform(0, day, WET) < probability;
            warmth =
                    WARMTH_MEMORY * warmth
                            + Math.sqrt(1 - WARMTH_MEMORY * WARMTH_MEMORY)
                                    * WARMTH_DEVIATION
                                    * Quantiles.normal(chance.uniform(0, day, WARMTH), 0, 1);
            double rain = wet ? rainOf(chance, day, month) * outlook.rainFactor() : 0;
            double shift = warmth + outlook.celsiusAdded() - (wet ? WET_DAYS_FALL : 0);
            double sun = wet ? month.sunHours() * 0.5 : month.sunHours();
            double above =
                    Radiation.extraterrestrial(climate.latitudeDegrees(), date.getDayOfYear());
            double light = Radiation.daylightHours(climate.latitudeDegrees(), date.getDayOfYear());
            double solar = Radiation.solar(above, Math.min(sun, light), light);
            into.setDay(
                    day,
                    month.maximumC() + shift,
                    month.minimumC() + shift + (wet ? 1 : 0),
                    month.vapourKpa(),
                    sun);
            double from = directionOf(chance, day, climate);
            for (int hourOfDay = 0; hourOfDay < HOURS_A_DAY; hourOfDay++) {
                int hour = day * HOURS_A_DAY + hourOfDay;
                double u = chance.uniform(0, hour, WIND);
                gust =
                        WIND_MEMORY * gust
                                + Math.sqrt(1 - WIND_MEMORY * WIND_MEMORY)
                                        * Quantiles.normal(u, 0, 1);
                double byDay = 1 + 0.45 * Circle.COSINE_OF_HOUR[(hourOfDay + 10) % HOURS_A_DAY];
                double wind =
                        month.windMetresPerSecond()
                                * outlook.windFactor()
                                * byDay
                                * StrictMath.exp(
                                        WIND_LOG_DEVIATION * gust
                                                - WIND_LOG_DEVIATION * WIND_LOG_DEVIATION / 2);
                double veer = VEER_DEGREES * Quantiles.normal(chance.uniform(0, hour, VEER), 0, 1);
                double middle = 0.5 * (into.maximumC[day] + into.minimumC[day]);
                double half = 0.5 * (into.maximumC[day] - into.minimumC[day]);
                into.setAir(
                        hour,
                        middle + half * Circle.COSINE_OF_HOUR[(hourOfDay + 9) % HOURS_A_DAY],
                        Math.clamp(wind, LEAST_WIND, MOST_WIND),
                        from + veer);
                boolean raining =
                        wet
                                && hourOfDay >= FIRST_WET_HOUR
                                && hourOfDay < FIRST_WET_HOUR + WET_HOURS;
                into.setSky(
                        hour,
                        raining ? rain / WET_HOURS : 0,
                        wet ? 0.8 : Math.clamp(1 - sun / light, 0, 0.99),
                        watts(solar, light, hourOfDay));
            }
        }
    }

    private static double rainOf(Chance chance, int day, Month month) {
        double mean = month.rainyDays() > 0 ? month.rainMillimetres() / month.rainyDays() : 0;
        return -mean * StrictMath.log(chance.uniform(0, day, RAIN));
    }

    private static double directionOf(Chance chance, int day, Climate climate) {
        double sum = 0;
        for (double weight : climate.windRose()) {
            sum += weight;
        }
        double left = chance.uniform(0, day, DIRECTION) * sum;
        int sector = 0;
        while (sector < climate.windRose().size() - 1 && left >= climate.windRose().get(sector)) {
            left -= climate.windRose().get(sector);
            sector++;
        }
        return sector * 360.0 / climate.windRose().size();
    }

    /** A half sine from sunrise to sunset about noon, of the day's energy. */
    private static double watts(double megajoules, double light, int hourOfDay) {
        double fromNoon = Math.abs(hourOfDay + 0.5 - HOURS_A_DAY / 2.0);
        if (fromNoon >= light / 2) {
            return 0;
        }
        double peak = megajoules * MEGAJOULES_TO_WATT_HOURS * Math.PI / (2 * light);
        return peak * Circle.cosine(Math.PI * fromNoon / light);
    }
}

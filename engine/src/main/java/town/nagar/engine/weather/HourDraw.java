package town.nagar.engine.weather;

import town.nagar.engine.air.Stability;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Purpose;

/** The hours of days that are drawn already. */
final class HourDraw {
    private static final Purpose SHOWER = new Purpose(1_107, "hour at which a day's rain begins");
    private static final int HOURS = WeatherHours.HOURS_A_DAY;

    /** Rain of a day for which it takes another hour. */
    private static final double MILLIMETRES_AN_HOUR = 8;

    private static final double STRONGEST_WIND = 100;
    private static final double JOULES = 1e6;
    private static final double SECONDS = 3600;

    private final WindDraw wind;
    private final SunCourse sun;
    private final double[] windFactor = new double[HOURS];

    HourDraw(Climate climate, WindDraw wind) {
        this.wind = wind;
        this.sun = new SunCourse(climate);
        for (int hour = 0; hour < HOURS; hour++) {
            double turn = 2 * Math.PI * (hour + 0.5 - SunCourse.WARMEST_HOUR) / HOURS;
            windFactor[hour] = 1 + climate.windSwing() * StrictMath.cos(turn);
        }
    }

    void write(Chance chance, int place, WeatherDays days, int day, WeatherHours hours) {
        writeRain(chance, place, days, day, hours);
        double heat = 0;
        for (int hourOfDay = 0; hourOfDay < HOURS; hourOfDay++) {
            int hour = day * HOURS + hourOfDay;
            writeAir(chance, place, days, day, hours, hour);
            hours.temperatureC[hour] = temperature(days, day, hourOfDay);
            double solar = hours.solarWattsPerM2[hour];
            heat = solar > 0 ? heat + MixedLayer.heatJoulesPerM2(solar, days.wet(day)) : 0;
            hours.mixingMetres[hour] =
                    MixedLayer.metres(hours.windMetresPerSecond[hour], hours.stability[hour], heat);
        }
    }

    private void writeAir(
            Chance chance, int place, WeatherDays days, int day, WeatherHours hours, int hour) {
        int hourOfDay = hour - day * HOURS;
        double before = hour == 0 ? 0 : hours.windFromDegrees[hour - 1];
        double strength = windFactor[hourOfDay] * days.windMetresPerSecond[day];
        double share = sun.solarShare(days.dayOfYear[day], hourOfDay);
        hours.windFromDegrees[hour] =
                wind.fromDegrees(chance, place, hour, days.month[day], before);
        hours.windMetresPerSecond[hour] = Math.min(STRONGEST_WIND, strength);
        hours.cloudShare[hour] = days.cloudShare(day);
        hours.solarWattsPerM2[hour] = share * days.solarMegajoulesPerM2[day] * JOULES / SECONDS;
        hours.stability[hour] =
                Stability.of(
                        hours.windMetresPerSecond[hour],
                        hours.solarWattsPerM2[hour],
                        hours.cloudShare[hour]);
    }

    /** Between the day's extremes, and those of the days before and after at night. */
    private double temperature(WeatherDays days, int day, int hourOfDay) {
        int dawn = sun.coolestHour(days.dayOfYear[day]);
        int warm = hourOfDay < dawn ? Math.max(0, day - 1) : day;
        int cool = hourOfDay > SunCourse.WARMEST_HOUR ? Math.min(days.count() - 1, day + 1) : day;
        double warmth = sun.warmth(days.dayOfYear[day], hourOfDay);
        return days.minimumC[cool] + warmth * (days.maximumC[warm] - days.minimumC[cool]);
    }

    /** One spell within the day, longer if more falls, evenly strong. */
    private static void writeRain(
            Chance chance, int place, WeatherDays days, int day, WeatherHours hours) {
        double rain = days.rainMillimetres[day];
        int spell = rain > 0 ? (int) Math.min(HOURS, 1 + rain / MILLIMETRES_AN_HOUR) : 0;
        int begin = (int) (chance.uniform(place, day, SHOWER) * (HOURS - spell + 1));
        for (int hourOfDay = 0; hourOfDay < HOURS; hourOfDay++) {
            boolean rains = hourOfDay >= begin && hourOfDay < begin + spell;
            hours.rainMillimetres[day * HOURS + hourOfDay] = rains ? rain / spell : 0;
        }
    }
}

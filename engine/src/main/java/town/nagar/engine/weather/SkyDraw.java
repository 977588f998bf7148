package town.nagar.engine.weather;

import town.nagar.engine.agriculture.PenmanMonteith;
import town.nagar.engine.agriculture.Radiation;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Purpose;
import town.nagar.engine.random.Quantiles;

/**
 * How long the sun shines, what it brings, and the vapour in the air.
 *
 * <p>The log odds of the sunny share of daylight are normal and remember yesterday's. The radiation
 * of FAO-56, chapter 3; vapour from the dew point, which lies below the minimum (its equations 14
 * and 48).
 */
final class SkyDraw {
    private static final Purpose SUN = new Purpose(1_106, "sunshine of a day");
    private static final int DAYS_A_YEAR = 366;

    private final double[] dryLogOdds = new double[Climate.MONTHS];
    private final double[] wetLogOdds = new double[Climate.MONTHS];
    private final double[] spread = new double[Climate.MONTHS];
    private final double[] dewPointBelow = new double[Climate.MONTHS];
    private final double[] daylight = new double[DAYS_A_YEAR + 1];
    private final double[] above = new double[DAYS_A_YEAR + 1];
    private final double memory;
    private final double news;

    SkyDraw(Climate climate) {
        memory = climate.memory().sun();
        news = Math.sqrt(1 - memory * memory);
        for (int month = 0; month < Climate.MONTHS; month++) {
            MonthSky sky = climate.months().get(month).sky();
            spread[month] = sky.spread();
            dewPointBelow[month] = sky.dewPointBelowMinimumC();
            dryLogOdds[month] = medianLogOdds(sky.drySunShare(), sky.spread());
            wetLogOdds[month] = medianLogOdds(sky.wetSunShare(), sky.spread());
        }
        for (int day = 1; day <= DAYS_A_YEAR; day++) {
            daylight[day] = Radiation.daylightHours(climate.latitudeDegrees(), day);
            above[day] = Radiation.extraterrestrial(climate.latitudeDegrees(), day);
        }
    }

    /**
     * The median of log odds whose share has this mean, to about 0.01 of the share: MacKay: The
     * evidence framework applied to classification networks. Neural Computation 4 (1992) 720-736.
     */
    private static double medianLogOdds(double meanShare, double spread) {
        return StrictMath.log(meanShare / (1 - meanShare))
                * Math.sqrt(1 + Math.PI * spread * spread / 8);
    }

    void write(Chance chance, int place, WeatherDays days, int day) {
        double shock = Quantiles.normal(chance.uniform(place, day, SUN), 0, 1);
        days.sunAnomaly[day] = day == 0 ? shock : memory * days.sunAnomaly[day - 1] + news * shock;
        int month = days.month[day];
        double middle = days.wet(day) ? wetLogOdds[month] : dryLogOdds[month];
        double logOdds = middle + spread[month] * days.sunAnomaly[day];
        double light = daylight[days.dayOfYear[day]];
        double hours = light / (1 + StrictMath.exp(-logOdds));
        days.daylightHours[day] = light;
        days.sunHours[day] = hours;
        days.solarMegajoulesPerM2[day] = Radiation.solar(above[days.dayOfYear[day]], hours, light);
        days.vapourKpa[day] =
                PenmanMonteith.saturationKpa(days.minimumC[day] - dewPointBelow[month]);
    }
}

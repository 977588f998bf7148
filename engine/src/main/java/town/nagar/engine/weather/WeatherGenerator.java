package town.nagar.engine.weather;

import town.nagar.engine.random.Chance;

/**
 * Weather as a climate has it: rain by a two-state chain with gamma amounts, temperatures by
 * remembered anomalies about the means of wet and dry days, wind by a remembered Weibull strength
 * and a persistent direction (Richardson 1981 and its successors).
 *
 * <p>What is drawn depends on the climate, the chance, the place and the first day alone, and each
 * quantity has purposes of its own. Nothing is allocated. A generator holds no state, so any number
 * of threads may use one, each with days and hours of its own.
 */
public final class WeatherGenerator {
    private final RainDraw rain;
    private final TemperatureDraw temperature;
    private final WindDraw wind;
    private final SkyDraw sky;
    private final HourDraw hourly;

    private WeatherGenerator(Climate climate) {
        rain = new RainDraw(climate);
        temperature = new TemperatureDraw(climate);
        wind = new WindDraw(climate);
        sky = new SkyDraw(climate);
        hourly = new HourDraw(climate, wind);
    }

    /** The generator of a climate. */
    public static WeatherGenerator of(Climate climate) {
        return new WeatherGenerator(climate);
    }

    /**
     * Draws the days.
     *
     * @param place number of the place, so that towns of one run have weather of their own
     * @param days written over from the first
     */
    public void draw(Chance chance, int place, WeatherDays days) {
        for (int day = 0; day < days.count(); day++) {
            rain.write(chance, place, days, day);
            temperature.write(chance, place, days, day);
            wind.write(chance, place, days, day);
            sky.write(chance, place, days, day);
        }
    }

    /**
     * Draws the days and their hours.
     *
     * @param place number of the place
     * @param hours made for these days
     * @throws IllegalArgumentException if the hours are not those of the days
     */
    public void draw(Chance chance, int place, WeatherDays days, WeatherHours hours) {
        draw(chance, place, WeatherShift.NONE, days, hours);
    }

    /** The same in a changed climate. */
    public void draw(
            Chance chance, int place, WeatherShift shift, WeatherDays days, WeatherHours hours) {
        if (hours.count() != days.count() * WeatherHours.HOURS_A_DAY) {
            throw new IllegalArgumentException(
                    "%d hours for %d days; allowed are 24 a day"
                            .formatted(hours.count(), days.count()));
        }
        draw(chance, place, days);
        shift.apply(days);
        for (int day = 0; day < days.count(); day++) {
            hourly.write(chance, place, days, day, hours);
        }
    }
}

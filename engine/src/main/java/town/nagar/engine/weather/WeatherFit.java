package town.nagar.engine.weather;

import java.util.ArrayList;
import java.util.List;

/**
 * A climate learnt from measured days.
 *
 * <p>Transitions are counted. Rain beyond the least of a wet day is gamma by Thom's estimate (Mon.
 * Weather Rev. 86 (1958) 117-122). Temperatures are means and deviations of dry and wet days of
 * each month, and the correlations of what remains, with themselves and with the day before
 * (Richardson 1981). Wind is Weibull by maximum likelihood. A month with too few wet days, or too
 * few dry ones, borrows: its rain amounts from the year's wet days, its temperatures from its other
 * days and the year's mean difference. What daily records do not tell (the sky, directions, the
 * wind's swing) stays as in the climate given.
 */
public final class WeatherFit {
    /** Days of a kind that a month must have to speak for itself. */
    private static final int LEAST_DAYS = 15;

    private final DailyHistory history;
    private final Climate known;
    private final boolean[] wet;

    private WeatherFit(DailyHistory history, Climate known) {
        this.history = history;
        this.known = known;
        this.wet = new boolean[history.count()];
        for (int day = 0; day < wet.length; day++) {
            double least = Math.max(known.wetDayMillimetres(), Double.MIN_NORMAL);
            wet[day] = history.rainMillimetres[day] >= least;
        }
    }

    /**
     * Learns a climate.
     *
     * @param known the place, what counts as wet, and what the history does not tell
     * @throws IllegalArgumentException if a month has no days in a row, the history has almost no
     *     wet or no dry days, or a quantity never varies
     */
    public static Climate of(DailyHistory history, Climate known) {
        return new WeatherFit(history, known).climate();
    }

    private Climate climate() {
        var rain = new RainFit(history, wet, known.wetDayMillimetres(), LEAST_DAYS);
        var temperature = new TemperatureFit(history, wet, LEAST_DAYS);
        var wind = new WindFit(history);
        List<MonthClimate> months = new ArrayList<>();
        for (int month = 0; month < Climate.MONTHS; month++) {
            MonthClimate before = known.months().get(month);
            months.add(
                    new MonthClimate(
                            rain.month(month),
                            temperature.month(month),
                            wind.month(month, before.wind().rose()),
                            before.sky()));
        }
        var memory = temperature.memory(wind.memory(months), known.memory());
        return new Climate(
                known.latitudeDegrees(),
                known.longitudeDegrees(),
                known.altitudeMetres(),
                known.clockMeridianDegrees(),
                known.wetDayMillimetres(),
                known.windSwing(),
                memory,
                months);
    }
}

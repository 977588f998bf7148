package town.nagar.engine.weather;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Purpose;
import town.nagar.engine.random.Quantiles;
import town.nagar.engine.weather.MonthTemperature.Spread;

/** How warm days are, with the memory of the days before. */
final class TemperatureDraw {
    private static final Purpose SHOCK = new Purpose(1_103, "temperature of a day");

    /** A day's least range, C; a narrower one is widened about its middle. */
    private static final double LEAST_RANGE = 0.5;

    private final TemperaturePair pair;
    private final Course dry;
    private final Course wet;

    TemperatureDraw(Climate climate) {
        pair = climate.memory().temperatures();
        dry = new Course(climate, month -> month.temperature().dry());
        wet = new Course(climate, month -> month.temperature().wet());
    }

    void write(Chance chance, int place, WeatherDays days, int day) {
        double shock = Quantiles.normal(chance.uniform(place, day, SHOCK, 0), 0, 1);
        double other = Quantiles.normal(chance.uniform(place, day, SHOCK, 1), 0, 1);
        writeAnomalies(days, day, shock, other);
        Course course = days.wet(day) ? wet : dry;
        int month = days.month[day];
        double above =
                course.maximum.value(month, days.fromMiddle[day])
                        + course.deviationMaximum[month] * days.maximumAnomaly[day];
        double below =
                course.minimum.value(month, days.fromMiddle[day])
                        + course.deviationMinimum[month] * days.minimumAnomaly[day];
        double half = Math.max(LEAST_RANGE, above - below) / 2;
        days.maximumC[day] = (above + below) / 2 + half;
        days.minimumC[day] = (above + below) / 2 - half;
    }

    private void writeAnomalies(WeatherDays days, int day, double shock, double other) {
        if (day == 0) {
            days.maximumAnomaly[0] = shock;
            days.minimumAnomaly[0] = pair.firstMinimum(shock, other);
            return;
        }
        double maximum = days.maximumAnomaly[day - 1];
        double minimum = days.minimumAnomaly[day - 1];
        days.maximumAnomaly[day] = pair.maximum(maximum, minimum, shock);
        days.minimumAnomaly[day] = pair.minimum(maximum, minimum, shock, other);
    }

    /** A year of days that are all dry, or all wet. */
    private static final class Course {
        final MonthCurve maximum;
        final MonthCurve minimum;
        final double[] deviationMaximum;
        final double[] deviationMinimum;

        Course(Climate climate, Function<MonthClimate, Spread> spread) {
            maximum = new MonthCurve(column(climate, m -> spread.apply(m).meanMaximumC()));
            minimum = new MonthCurve(column(climate, m -> spread.apply(m).meanMinimumC()));
            deviationMaximum = column(climate, m -> spread.apply(m).deviationMaximumC());
            deviationMinimum = column(climate, m -> spread.apply(m).deviationMinimumC());
        }

        private static double[] column(Climate climate, ToDoubleFunction<MonthClimate> value) {
            return climate.months().stream().mapToDouble(value).toArray();
        }
    }
}

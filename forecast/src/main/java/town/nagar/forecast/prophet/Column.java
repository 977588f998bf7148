package town.nagar.forecast.prophet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One column of the model's design, and the part it belongs to. */
sealed interface Column {
    Part part();

    /** Sine or cosine of one harmonic. */
    record Wave(Seasonality part, int harmonic, boolean sine) implements Column {
        double at(double day) {
            double angle = 2 * Math.PI * harmonic * day / part.periodDays();
            return sine ? StrictMath.sin(angle) : StrictMath.cos(angle);
        }
    }

    /** One day of a holiday's window: 1 on it, else 0. */
    record DayOf(Holiday part, int offsetDays) implements Column {
        double at(double day) {
            long holidayDay = (long) Math.floor(day) - offsetDays;
            return part.epochDays().contains(holidayDay) ? 1 : 0;
        }
    }

    /** A regressor by its place among the rows' values. */
    record Measured(Regressor part, int place) implements Column {}

    /** Seasons first, then holidays, then regressors, as the settings list them. */
    static List<Column> of(ProphetSettings settings) {
        List<Column> columns = new ArrayList<>();
        for (Seasonality season : settings.seasonalities()) {
            for (int harmonic = 1; harmonic <= season.fourierOrder(); harmonic++) {
                columns.add(new Wave(season, harmonic, true));
                columns.add(new Wave(season, harmonic, false));
            }
        }
        for (Holiday holiday : settings.holidays()) {
            for (int offset = -holiday.daysBefore(); offset <= holiday.daysAfter(); offset++) {
                columns.add(new DayOf(holiday, offset));
            }
        }
        IntStream.range(0, settings.regressors().size())
                .mapToObj(place -> new Measured(settings.regressors().get(place), place))
                .forEach(columns::add);
        return List.copyOf(columns);
    }
}

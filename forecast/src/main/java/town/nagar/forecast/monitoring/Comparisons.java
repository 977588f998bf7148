package town.nagar.forecast.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Consumer;
import town.nagar.forecast.registry.tables.Tables;
import town.nagar.forecast.series.TimeGrid;
import town.nagar.forecast.serving.IndianTime;
import town.nagar.forecast.serving.Measure;

/** Forecasts beside what was measured. */
final class Comparisons {
    private static final int ROWS_AT_ONCE = 500;
    private static final String ROWS =
            """
            SELECT origin, place, value, half80, half95, baseline
            FROM statements JOIN forecasts ON statement = id
            WHERE model = ? AND origin >= ? AND origin < ?
            """;

    private final Tables tables;
    private final Truths truths;

    Comparisons(Tables tables, Truths truths) {
        this.tables = tables;
        this.truths = truths;
    }

    /** The times of a window, from the midnight before it on. */
    static TimeGrid window(Measure measure, Instant since, Instant until) {
        LocalDateTime start = IndianTime.local(since).truncatedTo(ChronoUnit.DAYS);
        long length = measure.step().between(start, IndianTime.local(until)) + 1;
        return new TimeGrid(start, measure.step(), (int) Math.max(1, length));
    }

    /**
     * Goes through all forecasts of times from one moment up to another whose truth is known.
     *
     * @param until not after now
     */
    void each(
            Measure measure,
            Selection which,
            Instant since,
            Instant until,
            Consumer<Compared> each) {
        TimeGrid grid = window(measure, since, until);
        Map<String, double[]> known = truths.read(measure, grid);
        int first = grid.indexAtOrAfter(IndianTime.local(since));
        Instant earliest =
                IndianTime.instant(measure.step().after(grid.at(first), 1L - measure.horizon()));
        tables.together(() -> {
            tables.sql()
                    .sql(ROWS + " AND " + which.condition())
                    .withFetchSize(ROWS_AT_ONCE)
                    .param(measure.model())
                    .param(StatementTable.utc(earliest))
                    .param(StatementTable.utc(until))
                    .param(which.word())
                    .query(row -> {
                        double[] measured = known.get(row.getString(2));
                        if (measured != null) {
                            forecast(row, measured, grid, first, each);
                        }
                    });
            return known.size();
        });
    }

    private static void forecast(
            ResultSet row, double[] measured, TimeGrid grid, int first, Consumer<Compared> each)
            throws SQLException {
        Instant origin = row.getObject(1, OffsetDateTime.class).toInstant();
        int begins = grid.indexAtOrBefore(IndianTime.local(origin));
        Float[] value = numbers(row, 3);
        Float[] half80 = numbers(row, 4);
        Float[] half95 = numbers(row, 5);
        Float[] baseline = numbers(row, 6);
        int end = Math.min(value.length, measured.length - begins);
        for (int step = Math.max(0, first - begins); step < end; step++) {
            double truth = measured[begins + step];
            if (Double.isFinite(truth) && Float.isFinite(value[step])) {
                each.accept(
                        new Compared(
                                origin,
                                row.getString(2),
                                begins + step,
                                step,
                                truth,
                                value[step],
                                half80[step],
                                half95[step],
                                baseline[step]));
            }
        }
    }

    private static Float[] numbers(ResultSet row, int column) throws SQLException {
        return (Float[]) row.getArray(column).getArray();
    }
}

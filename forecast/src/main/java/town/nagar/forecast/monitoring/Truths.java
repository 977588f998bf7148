package town.nagar.forecast.monitoring;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import town.nagar.forecast.registry.tables.Tables;
import town.nagar.forecast.series.TimeGrid;
import town.nagar.forecast.serving.History;
import town.nagar.forecast.serving.IndianTime;
import town.nagar.forecast.serving.Measure;

/** What was measured of all that was forecast, fetched from the history in one go a measure. */
final class Truths {
    /** Readings may come late, so that this much is fetched again. */
    private static final Duration AGAIN = Duration.ofDays(2);

    private static final int ROWS = 10_000;
    private static final String PUT =
            """
            INSERT INTO truths (model, at, place, value)
            SELECT ?, to_timestamp(seconds), place, value
            FROM unnest(?::float8[], ?::text[], ?::float8[]) AS known (seconds, place, value)
            ON CONFLICT (model, at, place) DO UPDATE SET value = excluded.value
                WHERE truths.value <> excluded.value
            """;

    private final Tables tables;
    private final StatementTable statements;
    private final History history;

    Truths(Tables tables, StatementTable statements, History history) {
        this.tables = tables;
        this.statements = statements;
        this.history = history;
    }

    /**
     * Fetches what has come in since the last time, and two days before that.
     *
     * @return how many were new or changed
     * @throws IOException if the history does not answer
     */
    int fetch(Measure measure, Instant now) throws IOException {
        Optional<Instant> first = statements.oldest(measure.model());
        if (first.isEmpty() || !measure.isMeasured()) {
            return 0;
        }
        LocalDateTime from = IndianTime.local(first.get());
        Optional<Instant> last = newest(measure);
        if (last.isPresent()) {
            LocalDateTime late = IndianTime.local(last.get().minus(AGAIN));
            from = late.isAfter(from) ? late : from;
        }
        LocalDateTime start = measure.complete(from);
        int length = (int) measure.step().between(start, measure.complete(IndianTime.local(now)));
        return length < 1 ? 0 : fetch(measure, new TimeGrid(start, measure.step(), length));
    }

    private Optional<Instant> newest(Measure measure) {
        return tables.sql()
                .sql("SELECT at FROM truths WHERE model = ? ORDER BY at DESC LIMIT 1")
                .param(measure.model())
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    private int fetch(Measure measure, TimeGrid grid) throws IOException {
        List<Known> known = new ArrayList<>();
        history.read(measure, grid)
                .forEach((place, values) -> {
                    for (int i = 0; i < values.length; i++) {
                        if (Double.isFinite(values[i])) {
                            Instant at = IndianTime.instant(grid.at(i));
                            known.add(new Known(at.getEpochSecond(), place, values[i]));
                        }
                    }
                });
        int changed = 0;
        for (int from = 0; from < known.size(); from += ROWS) {
            changed += put(measure, known.subList(from, Math.min(known.size(), from + ROWS)));
        }
        return changed;
    }

    private record Known(double seconds, String place, double value) {}

    private int put(Measure measure, List<Known> known) {
        return tables.sql()
                .sql(PUT)
                .param(measure.model())
                .param(known.stream().map(Known::seconds).toArray(Double[]::new))
                .param(known.stream().map(Known::place).toArray(String[]::new))
                .param(known.stream().map(Known::value).toArray(Double[]::new))
                .update();
    }

    /**
     * What is known on a grid.
     *
     * @return one array a place, one slot a time; NaN where nothing is known
     */
    Map<String, double[]> read(Measure measure, TimeGrid grid) {
        Map<String, double[]> values = new HashMap<>();
        tables.sql()
                .sql("SELECT at, place, value FROM truths WHERE model = ? AND at >= ? AND at < ?")
                .param(measure.model())
                .param(StatementTable.utc(IndianTime.instant(grid.at(0))))
                .param(StatementTable.utc(IndianTime.instant(grid.at(grid.length()))))
                .query(row -> {
                    Instant at = row.getObject(1, OffsetDateTime.class).toInstant();
                    values.computeIfAbsent(row.getString(2), _ -> Slots.empty(grid.length()))[
                                    grid.indexAtOrBefore(IndianTime.local(at))] =
                            row.getDouble(3);
                });
        return values;
    }
}

package town.nagar.data.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import town.nagar.norms.time.Ist;

/**
 * From which tables a question is answered, and the SQL that does it.
 *
 * <p>Rows come as: epoch seconds, place, sensor, lat, lon, readings, then the metrics, then the
 * words, by time. Buckets begin in the window, at Indian midnights, hours and so on; what a rollup
 * does not hold yet is made of raw rows on the way.
 *
 * @param stepSeconds a bucket's length, 0 for raw rows
 * @param rollup the table of buckets that saves reading raw rows
 * @param cut the rollup's buckets count before this instant only
 */
record Plan(
        Measurements of,
        List<Metric> metrics,
        Window window,
        Subject subject,
        long stepSeconds,
        Optional<Rollup> rollup,
        Instant cut) {
    private static final String ORIGIN = "TIMESTAMPTZ '2000-01-02 18:30:00Z'"; // an Indian Monday

    Plan {
        metrics = List.copyOf(metrics);
    }

    static Plan of(
            Measurements of,
            List<Metric> metrics,
            Window window,
            Subject subject,
            long stepSeconds,
            Instant cut) {
        Optional<Rollup> coarsest =
                stepSeconds == 0
                        ? Optional.empty()
                        : of.rollups().stream()
                                .filter(rollup -> stepSeconds % rollup.stepSeconds() == 0)
                                .filter(rollup -> holds(rollup, metrics))
                                .reduce((fine, coarse) -> coarse);
        return new Plan(
                of,
                metrics,
                window,
                subject,
                stepSeconds,
                coarsest,
                coarsest.map(rollup -> bucket(cut, rollup)).orElse(cut));
    }

    /** The bucket that holds the cut is not complete either. */
    private static Instant bucket(Instant cut, Rollup rollup) {
        return Instant.ofEpochMilli(Ist.bucket(cut.toEpochMilli(), rollup.stepSeconds() * 1000));
    }

    private static boolean holds(Rollup rollup, List<Metric> metrics) {
        return metrics.stream().allMatch(metric -> rollup.columns().containsKey(metric.name()));
    }

    /** Text columns of the rows, in their order. */
    List<String> words() {
        if (stepSeconds > 0) {
            return of.seriesWords();
        }
        return Stream.concat(of.words().stream(), Stream.of("quality")).toList();
    }

    /** What the answer calls its source: the raw table or the rollup. */
    String source() {
        return rollup.map(Rollup::table).orElse(of.table());
    }

    /** Where the next page goes on: the time of the last row, which then comes again. */
    Plan from(Instant start) {
        return new Plan(
                of, metrics, new Window(start, window.end()), subject, stepSeconds, rollup, cut);
    }

    /** All rows, in order. */
    Sql rows() {
        return stepSeconds == 0 ? raw() : buckets();
    }

    private Sql raw() {
        String columns =
                Stream.of(
                                Stream.of(
                                        "date_part('epoch', time) AS t",
                                        of.placeColumn(),
                                        of.sensorColumn(),
                                        "lat",
                                        "lon",
                                        "1"),
                                metrics.stream().map(Metric::column),
                                words().stream())
                        .flatMap(names -> names)
                        .collect(Collectors.joining(", "));
        return Sql.of("SELECT %s FROM %s".formatted(columns, of.table()))
                .then(subject.where("time", window))
                .then(" ORDER BY time, " + of.sensorColumn());
    }

    private Sql buckets() {
        List<String> keys = keys();
        String key = String.join(", ", keys);
        List<String> columns = new ArrayList<>();
        columns.add(
                "date_part('epoch', date_bin('%d s', b, %s)) AS t".formatted(stepSeconds, ORIGIN));
        columns.add("place");
        columns.add(bySeries() ? "sensor" : "NULL::text AS sensor");
        columns.add("NULL::float8 AS lat, NULL::float8 AS lon, sum(n)::int AS n");
        for (int i = 0; i < metrics.size(); i++) {
            columns.add(metrics.get(i).fold().sql("m" + i, "n") + " AS m" + i);
        }
        columns.addAll(of.seriesWords());
        return Sql.of("SELECT " + String.join(", ", columns) + " FROM (")
                .then(parts())
                .then(") parts GROUP BY t, %1$s ORDER BY t, %1$s".formatted(key));
    }

    private boolean bySeries() {
        return !of.seriesWords().isEmpty() || subject.sensorAlone();
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>(List.of("place"));
        if (bySeries()) {
            keys.add("sensor");
        }
        keys.addAll(of.seriesWords());
        return keys;
    }

    private Sql parts() {
        if (rollup.isEmpty()) {
            return rawPart(window);
        }
        boolean past = !window.end().isAfter(cut);
        boolean open = !window.start().isBefore(cut);
        if (open) {
            return rawPart(window);
        }
        Sql kept = keptPart(rollup.get(), past ? window : new Window(window.start(), cut));
        return past ? kept : kept.then(" UNION ALL ").then(rawPart(new Window(cut, window.end())));
    }

    private Sql keptPart(Rollup kept, Window part) {
        List<String> columns = new ArrayList<>();
        columns.add(kept.timeColumn() + " AS b");
        columns.add(of.placeColumn() + " AS place");
        columns.add(of.sensorColumn() + " AS sensor");
        columns.addAll(of.seriesWords());
        columns.add("readings AS n");
        for (int i = 0; i < metrics.size(); i++) {
            columns.add(kept.columns().get(metrics.get(i).name()) + " AS m" + i);
        }
        return Sql.of("SELECT %s FROM %s".formatted(String.join(", ", columns), kept.table()))
                .then(subject.where(kept.timeColumn(), part));
    }

    private Sql rawPart(Window part) {
        List<String> columns = new ArrayList<>();
        columns.add("time AS b");
        columns.add(of.placeColumn() + " AS place");
        columns.add(of.sensorColumn() + " AS sensor");
        columns.addAll(of.seriesWords());
        columns.add("1 AS n");
        for (int i = 0; i < metrics.size(); i++) {
            columns.add(metrics.get(i).column() + " AS m" + i);
        }
        return Sql.of("SELECT %s FROM %s".formatted(String.join(", ", columns), of.table()))
                .then(subject.where("time", part));
    }

    /**
     * One row: how many rows there are, then least, greatest, mean and deviation of each metric.
     */
    Sql summary() {
        List<String> columns = new ArrayList<>(List.of("count(*)"));
        for (int i = 0; i < metrics.size(); i++) {
            String name = stepSeconds == 0 ? metrics.get(i).column() : "m" + i;
            columns.add("min(%1$s), max(%1$s), avg(%1$s), stddev_pop(%1$s)".formatted(name));
        }
        return Sql.of("SELECT %s FROM (".formatted(String.join(", ", columns)))
                .then(unordered())
                .then(") rows");
    }

    private Sql unordered() {
        Sql rows = rows();
        return new Sql(
                rows.text().substring(0, rows.text().lastIndexOf(" ORDER BY ")), rows.values());
    }
}

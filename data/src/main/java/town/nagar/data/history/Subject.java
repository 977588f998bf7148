package town.nagar.data.history;

import java.util.ArrayList;
import java.util.List;

/**
 * Whose history is asked for.
 *
 * @param conditions on columns that raw tables and rollups both have; all must hold
 * @param sensorAlone whether a single sensor is meant
 * @param bounded whether it is few series, so that exact counts are cheap
 * @param intervalSeconds how often one of its sensors reports
 */
public record Subject(
        List<Condition> conditions, boolean sensorAlone, boolean bounded, int intervalSeconds) {
    /** What is assumed of a sensor whose interval is not known. */
    public static final int USUAL_INTERVAL_SECONDS = 60;

    /** Everything there is. */
    public static final Subject ALL = new Subject(List.of(), false, false, USUAL_INTERVAL_SECONDS);

    /** A column that is to equal a text, or one of several. */
    public record Condition(String column, List<String> values) {
        public Condition {
            values = List.copyOf(values);
        }

        Sql sql() {
            return values.size() == 1
                    ? Sql.of(column + " = ?", values.getFirst())
                    : Sql.of(column + " = ANY (?)", values);
        }
    }

    public Subject {
        conditions = List.copyOf(conditions);
    }

    /** This, of one value of another column only. */
    public Subject and(String column, String value) {
        List<Condition> all = new ArrayList<>(conditions);
        all.add(new Condition(column, List.of(value)));
        return new Subject(all, sensorAlone, bounded, intervalSeconds);
    }

    /** All conditions and a stretch of time. */
    Sql where(String timeColumn, Window window) {
        Sql sql =
                Sql.of(
                        " WHERE %1$s >= ? AND %1$s < ?".formatted(timeColumn),
                        window.start(),
                        window.end());
        for (Condition condition : conditions) {
            sql = sql.then(" AND ").then(condition.sql());
        }
        return sql;
    }
}

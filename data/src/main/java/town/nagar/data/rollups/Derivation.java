package town.nagar.data.rollups;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import town.nagar.data.history.Sql;

/**
 * How the buckets of one table are made from the rows of another.
 *
 * <p>Doubles are added up in the order of time, so that sums come out the same whatever the order
 * in which the rows arrived.
 *
 * @param target the table of buckets
 * @param bucketColumn its column of a bucket's first instant
 * @param length a bucket's length as SQL writes it
 * @param source the table of rows, raw or of finer buckets
 * @param sourceTime its column of time
 * @param sensorColumn whose rows they are, in both tables
 * @param keys columns that are the same for all rows of a bucket, the sensor among them
 * @param columns SQL over the source's rows by column of the target
 */
public record Derivation(
        String target,
        String bucketColumn,
        String length,
        String source,
        String sourceTime,
        String sensorColumn,
        List<String> keys,
        SequencedMap<String, String> columns) {
    /** An Indian midnight from which all buckets are counted. */
    public static final String ORIGIN = "TIMESTAMPTZ '2000-01-01 18:30:00Z'";

    private static final String BY_TIME = "@time";

    public Derivation {
        keys = List.copyOf(keys);
        columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
    }

    /** Makes the sensors' buckets of a stretch of time anew; those without rows are gone. */
    public void derive(List<String> sensors, Instant from, Instant until, Connection connection)
            throws SQLException {
        run(remove(sensors, from, until), connection);
        run(insert(sensors, from, until), connection);
    }

    private Sql remove(List<String> sensors, Instant from, Instant until) {
        return Sql.of(
                "DELETE FROM %s WHERE %s = ANY (?) AND %3$s >= ? AND %3$s < ?"
                        .formatted(target, sensorColumn, bucketColumn),
                sensors,
                from,
                until);
    }

    /**
     * All rows of the stretch are read once, and those of other sensors left out. OFFSET 0 keeps
     * the sensors out of the scan: the tables' key begins with the time, and with statistics that
     * have not seen the stretch yet PostgreSQL would read all of its index once for each sensor.
     */
    Sql insert(List<String> sensors, Instant from, Instant until) {
        String values =
                columns.entrySet().stream()
                        .map(column ->
                                column.getValue().replace(BY_TIME, sourceTime)
                                        + " AS "
                                        + column.getKey())
                        .collect(Collectors.joining(", "));
        String key = String.join(", ", keys);
        return Sql.of(
                """
                INSERT INTO %1$s (%2$s, %3$s, %4$s)
                SELECT date_bin('%5$s', %6$s, %7$s), %3$s, %8$s
                FROM (SELECT * FROM %9$s WHERE %6$s >= ? AND %6$s < ? OFFSET 0) AS stretch
                WHERE %10$s IN (SELECT unnest(?::text[]))
                GROUP BY 1, %3$s
                """
                        .formatted(
                                target,
                                bucketColumn,
                                key,
                                String.join(", ", columns.sequencedKeySet()),
                                length,
                                sourceTime,
                                ORIGIN,
                                values,
                                source,
                                sensorColumn),
                from,
                until,
                sensors);
    }

    private static void run(Sql sql, Connection connection) throws SQLException {
        try (PreparedStatement statement = sql.prepare(connection)) {
            statement.executeUpdate();
        }
    }

    /** Columns and their SQL, two by two. */
    static SequencedMap<String, String> columns(String... namesAndSql) {
        SequencedMap<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < namesAndSql.length; i += 2) {
            columns.put(namesAndSql[i], namesAndSql[i + 1]);
        }
        return columns;
    }

    /** The mean of a column, added up in the order of time. */
    public static String avg(String column) {
        return "avg(%s ORDER BY %s)".formatted(column, BY_TIME);
    }

    /** The sum of a column, added up in the order of time. */
    public static String sum(String column) {
        return "sum(%s ORDER BY %s)".formatted(column, BY_TIME);
    }

    /** The mean of buckets' means, each weighing as many readings as it stands on. */
    static String weighted(String column) {
        return weighted(column, BY_TIME);
    }

    /** The same, added up in another order. */
    static String weighted(String column, String order) {
        return ("sum(%1$s * readings ORDER BY %2$s)"
                        + " / nullif(sum(CASE WHEN %1$s IS NOT NULL THEN readings END), 0)")
                .formatted(column, order);
    }
}

package town.nagar.data.partitions;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.contracts.Domain;
import town.nagar.data.history.Measurements;
import town.nagar.data.history.Sql;
import town.nagar.data.partitions.Months.Month;

/**
 * Closed months lie on disk by series and time, so that a series' week is on a few pages, not on as
 * many as it has rows.
 *
 * <p>A month is looked at from a week after its end on, once no row has come between two looks, and
 * again whenever rows came later, as when history is read in.
 */
public final class SortedMonths {
    private static final Logger LOG = LoggerFactory.getLogger(SortedMonths.class);
    private static final Duration SETTLED_AFTER = Duration.ofDays(7);

    /** Above this correlation of the series' order and that on disk, sorting gains little. */
    private static final double SORTED = 0.9;

    private final DataSource database;
    private final Collection<Measurements> tables;
    private final InstantSource clock;
    private final Map<String, Long> seen = new HashMap<>();
    private final Map<String, Long> judged = new HashMap<>();

    public SortedMonths(
            DataSource database, Map<Domain, Measurements> tables, InstantSource clock) {
        this.database = database;
        this.tables = List.copyOf(tables.values());
        this.clock = clock;
    }

    /**
     * Looks at all closed months and sorts the first that is at rest and not in order.
     *
     * @return the partition that was sorted
     */
    public Optional<String> sortOne() throws SQLException {
        Instant settled = clock.instant().minus(SETTLED_AFTER);
        try (Connection connection = database.getConnection()) {
            for (Measurements of : tables) {
                for (Month month : Months.list(of.table(), connection)) {
                    if (month.until().isBefore(settled) && isSortedNow(of, month, connection)) {
                        return Optional.of(month.name());
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the month was at rest and in disorder, and has been sorted now. */
    private boolean isSortedNow(Measurements of, Month month, Connection connection)
            throws SQLException {
        long writes = writes(month, connection);
        boolean rests = Objects.equals(seen.put(month.name(), writes), writes);
        if (!rests || Objects.equals(judged.get(month.name()), writes)) {
            return false;
        }
        Series series = series(of, month, connection);
        boolean disorder = isDisorder(series, month, connection);
        if (disorder) {
            sort(series, month, connection);
        }
        judged.put(month.name(), writes);
        return disorder;
    }

    /** How many rows were ever written, as far as the server remembers. */
    private static long writes(Month month, Connection connection) throws SQLException {
        Sql query =
                Sql.of(
                        "SELECT pg_stat_get_tuples_inserted(c) + pg_stat_get_tuples_updated(c)"
                                + " FROM (SELECT ?::regclass::oid AS c) month",
                        month.name());
        try (PreparedStatement statement = query.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static boolean isDisorder(Series series, Month month, Connection connection)
            throws SQLException {
        if (hasOldStatistics(month, connection)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("ANALYZE " + month.name());
            }
        }
        return Months.is(
                Sql.of(
                        "SELECT EXISTS (SELECT FROM pg_stats WHERE schemaname = current_schema"
                                + " AND tablename = ? AND attname = ? AND abs(correlation) < ?)",
                        month.name(),
                        series.column(),
                        SORTED),
                connection);
    }

    /** So that a start does not look at the rows of all months that ever were. */
    private static boolean hasOldStatistics(Month month, Connection connection)
            throws SQLException {
        return Months.is(
                Sql.of(
                        "SELECT pg_stat_get_mod_since_analyze(?::regclass) > 0 OR NOT EXISTS"
                                + " (SELECT FROM pg_stats WHERE schemaname = current_schema"
                                + " AND tablename = ?)",
                        month.name(),
                        month.name()),
                connection);
    }

    /** Readers and writers of the month wait meanwhile, but for no longer than the lock allows. */
    private static void sort(Series series, Month month, Connection connection)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = '5s'");
            try {
                statement.execute("CLUSTER %s USING %s".formatted(month.name(), series.index()));
                statement.execute("VACUUM (ANALYZE) " + month.name());
            } finally {
                statement.execute("RESET lock_timeout");
            }
        }
        LOG.info("month sorted partition={}", month.name());
    }

    /** An index on series and time, and its first column. */
    private record Series(String index, String column) {}

    /** The index whose first column is not time. */
    private static Series series(Measurements of, Month month, Connection connection)
            throws SQLException {
        Sql query =
                Sql.of(
                        "SELECT indexrelid::regclass::text, attname FROM pg_index i"
                                + " JOIN pg_attribute a ON a.attrelid = i.indrelid"
                                + " AND a.attnum = i.indkey[0]"
                                + " WHERE i.indrelid = ?::regclass AND a.attname = ANY (?)"
                                + " ORDER BY 1",
                        month.name(),
                        List.of(of.placeColumn(), of.sensorColumn()));
        try (PreparedStatement statement = query.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Series(row.getString(1), row.getString(2));
        }
    }
}

package town.nagar.data.partitions;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.contracts.Domain;
import town.nagar.data.history.Measurements;
import town.nagar.data.history.Sql;

/** The monthly partitions of the raw tables; of no use where hypertables split them. */
public final class Months {
    private static final Logger LOG = LoggerFactory.getLogger(Months.class);
    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final Pattern NAME = Pattern.compile(".*_y(\\d{4})m(\\d{2})");

    private final DataSource database;
    private final Map<Domain, Measurements> tables;
    private final InstantSource clock;

    public Months(DataSource database, Map<Domain, Measurements> tables, InstantSource clock) {
        this.database = database;
        this.tables = Map.copyOf(tables);
        this.clock = clock;
    }

    /**
     * Makes the partitions of this month and those ahead, and those of rows that found none.
     *
     * @param ahead how many months beyond this one
     */
    public void make(int ahead) throws SQLException {
        YearMonth now = YearMonth.from(clock.instant().atZone(INDIA));
        try (Connection connection = database.getConnection()) {
            for (Measurements of : tables.values()) {
                for (int month = 0; month <= ahead; month++) {
                    make(of.table(), start(now.plusMonths(month)), connection);
                }
                for (Instant stray : strays(of.table(), connection)) {
                    make(of.table(), stray, connection);
                }
            }
        }
    }

    private static void make(String table, Instant at, Connection connection) throws SQLException {
        try (PreparedStatement statement =
                Sql.of("SELECT ensure_month(?, ?)", table, at).prepare(connection)) {
            statement.execute();
        }
    }

    /** The first and last times of rows in the default partition. */
    private static List<Instant> strays(String table, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT DISTINCT date_trunc('month', time AT TIME ZONE"
                                        + " 'Asia/Kolkata') AT TIME ZONE 'Asia/Kolkata' FROM "
                                        + table
                                        + "_default")) {
            List<Instant> strays = new ArrayList<>();
            while (row.next()) {
                strays.add(row.getObject(1, OffsetDateTime.class).toInstant());
            }
            return strays;
        }
    }

    /**
     * A month's partition of a raw table.
     *
     * @param name the partition's table
     */
    record Month(String name, YearMonth month) {
        Instant from() {
            return start(month);
        }

        Instant until() {
            return start(month.plusMonths(1));
        }
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(INDIA).toInstant();
    }

    static List<Month> list(String table, Connection connection) throws SQLException {
        Sql query =
                Sql.of(
                        "SELECT inhrelid::regclass::text FROM pg_inherits"
                                + " WHERE inhparent = ?::regclass ORDER BY 1",
                        table);
        try (PreparedStatement statement = query.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            List<Month> months = new ArrayList<>();
            while (row.next()) {
                Matcher name = NAME.matcher(row.getString(1));
                if (name.matches()) {
                    int year = Integer.parseInt(name.group(1));
                    int month = Integer.parseInt(name.group(2));
                    months.add(new Month(row.getString(1), YearMonth.of(year, month)));
                }
            }
            return months;
        }
    }

    /**
     * Drops months of raw rows that are old by their time and by their arrival, once all their
     * hours are derived and archived.
     *
     * @param archived whether raw rows are archived at all
     * @return the names of the partitions that are gone
     */
    public List<String> drop(Domain domain, Duration keep, boolean archived) throws SQLException {
        String table = Optional.ofNullable(tables.get(domain)).orElseThrow().table();
        Instant oldest = clock.instant().minus(keep);
        List<String> dropped = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            for (Month month : list(table, connection)) {
                if (!month.until().isAfter(oldest)
                        && arrivedBefore(month, oldest, connection)
                        && done(domain, month, archived, connection)) {
                    drop(domain, table, month, connection);
                    dropped.add(month.name());
                }
            }
        }
        return dropped;
    }

    /** History that was read in lately is kept as long as if it had happened lately. */
    private static boolean arrivedBefore(Month month, Instant oldest, Connection connection)
            throws SQLException {
        return is(
                Sql.of(
                        "SELECT NOT EXISTS (SELECT FROM %s WHERE received_at >= ?)"
                                .formatted(month.name()),
                        oldest),
                connection);
    }

    private static boolean done(Domain domain, Month month, boolean archived, Connection connection)
            throws SQLException {
        List<String> marks = new ArrayList<>(List.of("touched_hours", "taken_hours"));
        if (archived) {
            marks.add("archive_marks");
        }
        for (String table : marks) {
            Sql none =
                    Sql.of(
                            "SELECT NOT EXISTS (SELECT FROM %s WHERE domain = ?".formatted(table)
                                    + " AND hour >= ? AND hour < ?)",
                            domain.word(),
                            month.from(),
                            month.until());
            if (!is(none, connection)) {
                return false;
            }
        }
        return true;
    }

    static boolean is(Sql query, Connection connection) throws SQLException {
        try (PreparedStatement statement = query.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private void drop(Domain domain, String table, Month month, Connection connection)
            throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement statement =
                        Sql.of(
                                        "INSERT INTO dropped_ranges (domain, time_from, time_until,"
                                                + " dropped_at) VALUES (?, ?, ?, ?)"
                                                + " ON CONFLICT (domain, time_from) DO UPDATE"
                                                + " SET dropped_at = excluded.dropped_at",
                                        domain.word(),
                                        month.from(),
                                        month.until(),
                                        clock.instant())
                                .prepare(connection);
                Statement drop = connection.createStatement()) {
            statement.executeUpdate();
            drop.execute("ALTER TABLE %s DETACH PARTITION %s".formatted(table, month.name()));
            drop.execute("DROP TABLE " + month.name());
            connection.commit();
            LOG.info("raw rows dropped partition={}", month.name());
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** The months that a domain's raw table has. */
    List<YearMonth> months(Domain domain) throws SQLException {
        String table = Optional.ofNullable(tables.get(domain)).orElseThrow().table();
        try (Connection connection = database.getConnection()) {
            return list(table, connection).stream().map(Month::month).toList();
        }
    }
}

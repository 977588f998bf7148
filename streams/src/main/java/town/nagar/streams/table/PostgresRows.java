package town.nagar.streams.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import town.nagar.streams.enrich.Sensed;

/**
 * One connection that stores batches, each with its marks in one transaction.
 *
 * <p>A batch of new rows is copied into its table. Where one is there already, as after a restart
 * or where a reading was corrected, all go by a table of incoming rows, and so do the next batches.
 */
final class PostgresRows implements AutoCloseable {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final int UPSERTS_AFTER_A_CONFLICT = 50;

    private static final String MARK =
            "INSERT INTO touched_hours (domain, entity, hour)"
                    + " SELECT ?, e, timestamptz 'epoch' + h * interval '1 millisecond'"
                    + " FROM unnest(?::text[], ?::bigint[]) AS m(e, h) ON CONFLICT DO NOTHING";

    private final PostgresAddress address;
    private final RawTable table;
    private final CopyRows rows = new CopyRows();
    private Optional<Connection> open = Optional.empty();
    private int upsertsToCome;

    PostgresRows(PostgresAddress address, RawTable table) {
        this.address = address;
        this.table = table;
    }

    /**
     * Stores rows, all or none.
     *
     * @param batch at most one row a sensor and time
     * @throws SQLException if nothing was stored
     */
    void store(List<Sensed> batch, Set<TouchedHours.Mark> marks) throws SQLException {
        Connection connection = connection();
        try {
            write(batch);
            if (!isCopied(connection)) {
                upsert(connection);
            }
            mark(connection, marks);
            connection.commit();
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    private Connection connection() throws SQLException {
        if (open.isEmpty()) {
            Connection connection = connect();
            connection.setAutoCommit(false);
            open = Optional.of(connection);
            prepare(connection);
        }
        return open.get();
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("ApplicationName", "nagar-streams-" + table.domain().word());
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("prepareThreshold", "1");
        return Optional.ofNullable(new Driver().connect(address.url(), properties))
                .orElseThrow(() -> new SQLException("no PostgreSQL address: " + address.url()));
    }

    private void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(table.createIncoming());
            connection.commit();
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    private void write(List<Sensed> batch) {
        rows.clear();
        List<Column> columns = table.columns();
        for (Sensed row : batch) {
            rows.startRow(columns.size());
            for (Column column : columns) {
                column.cell().accept(row, rows);
            }
        }
        rows.end();
    }

    private boolean isCopied(Connection connection) throws SQLException {
        if (upsertsToCome > 0) {
            upsertsToCome--;
            return false;
        }
        try {
            copy(connection, table.copy());
            return true;
        } catch (SQLException e) {
            if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback();
            upsertsToCome = UPSERTS_AFTER_A_CONFLICT;
            return false;
        }
    }

    private void upsert(Connection connection) throws SQLException {
        copy(connection, table.copyIncoming());
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(table.upsertIncoming());
        }
    }

    private void copy(Connection connection, String into) throws SQLException {
        CopyIn in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(into);
        in.writeToCopy(rows.bytes(), 0, rows.length());
        in.endCopy();
    }

    private void mark(Connection connection, Set<TouchedHours.Mark> marks) throws SQLException {
        if (marks.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(MARK)) {
            statement.setString(1, table.domain().word());
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", marks.stream().map(TouchedHours.Mark::entity).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "int8", marks.stream().map(TouchedHours.Mark::hourMillis).toArray()));
            statement.executeUpdate();
        }
    }

    /** Drops the connection; the next batch makes a new one. */
    @Override
    public void close() {
        open.ifPresent(PostgresRows::closeQuietly);
        open = Optional.empty();
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) { // it was broken already
            org.slf4j.LoggerFactory.getLogger(PostgresRows.class)
                    .debug("closing a broken connection: {}", e.getMessage());
        }
    }
}

package town.nagar.data.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import town.nagar.data.schema.Schema;
import town.nagar.data.servers.TestDatabase;

class MissedMarkTest {
    private static final String ROW =
            "INSERT INTO traffic_measurements"
                    + " (time, sensor_id, road_id, vehicle_count, received_at, ingest_id)"
                    + " VALUES ('2026-02-06T08:%02d:00Z', '%s', 'R1', 10, now(), 1)";
    private static final String MARK =
            "INSERT INTO touched_hours VALUES ('traffic', '%s', '2026-02-06T07:30:00Z')"
                    + " ON CONFLICT DO NOTHING";

    private static final List<String> SENSORS = List.of("T1", "T2");

    private final DataSource database = TestDatabase.empty();

    /**
     * A writer finds its mark there already and commits its row only after the mark was taken away:
     * had the hour been derived meanwhile, the row would be missing for ever.
     */
    @Test
    void aRowCommittedAfterItsMarkWasTakenIsDerivedAllTheSame() throws SQLException {
        Schema.migrate(database);
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-02-06T12:00:00Z"));
        Refresher refresher = new Refresher(database, Refresher.tables(true), clock);
        try (Connection first = database.getConnection();
                Connection slow = database.getConnection()) {
            run(first, ROW.formatted(1, "T1"));
            run(first, MARK.formatted("T1"));
            slow.setAutoCommit(false);
            run(slow, ROW.formatted(2, "T1"));
            run(slow, MARK.formatted("T1"));

            assertThat(refresher.refresh()).isZero();
            assertThat(refresher.waiting()).isOne();
            slow.commit();
            assertThat(refresher.refresh()).isOne();
            assertThat(number(first, "SELECT readings FROM traffic_hourly")).isEqualTo(2);
        }
    }

    /** The same of a writer that began after the taking of marks did, and before it was done. */
    @Test
    void aRowBegunWhileMarksWereBeingTakenIsDerivedAllTheSame() throws Exception {
        Schema.migrate(database);
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-02-06T12:00:00Z"));
        Refresher refresher = new Refresher(database, Refresher.tables(true), clock);
        try (Connection first = database.getConnection();
                Connection slow = database.getConnection();
                Connection gate = database.getConnection()) {
            gate.setAutoCommit(false); // where the taking waits, with the first mark of two
            for (String sensor : SENSORS) {
                run(first, ROW.formatted(1, sensor));
                run(first, MARK.formatted(sensor));
                run(
                        gate,
                        """
                        INSERT INTO taken_hours
                        VALUES ('traffic', '2026-02-06T07:30:00Z', '%s', pg_current_xact_id())
                        """
                                .formatted(sensor));
            }
            CompletableFuture<Integer> refreshed =
                    CompletableFuture.supplyAsync(() -> refresh(refresher));
            awaitWaiting(first);
            slow.setAutoCommit(false);
            List<String> late = new ArrayList<>();
            for (String sensor : SENSORS) {
                if (isStored(slow, sensor)) {
                    late.add(sensor);
                }
            }
            gate.rollback();
            assertThat(refreshed.get(30, TimeUnit.SECONDS)).isNotNegative();
            slow.commit();
            refresher.refresh();
            assertThat(late).isNotEmpty();
            for (String sensor : late) {
                assertThat(readings(first, sensor)).as(sensor).isEqualTo(2);
            }
        }
    }

    /** Stores a row whose mark is still there; that of the other is just being taken. */
    private static boolean isStored(Connection slow, String sensor) throws SQLException {
        run(slow, "SET LOCAL lock_timeout = '500ms'");
        Savepoint before = slow.setSavepoint();
        try {
            run(slow, ROW.formatted(2, sensor));
            run(slow, MARK.formatted(sensor));
            return true;
        } catch (SQLException e) {
            slow.rollback(before);
            return false;
        }
    }

    private static int refresh(Refresher refresher) {
        try {
            return refresher.refresh();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitWaiting(Connection connection) throws Exception {
        String waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted";
        for (int tries = 0; number(connection, waiting) == 0; tries++) {
            assertThat(tries).isLessThan(600);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static int readings(Connection connection, String sensor) throws SQLException {
        return number(
                connection,
                "SELECT readings FROM traffic_hourly WHERE sensor_id = '" + sensor + "'");
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

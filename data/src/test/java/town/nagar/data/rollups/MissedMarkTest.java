package town.nagar.data.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import town.nagar.data.schema.Schema;
import town.nagar.data.servers.TestDatabase;

class MissedMarkTest {
    private static final String ROW =
            "INSERT INTO traffic_measurements"
                    + " (time, sensor_id, road_id, vehicle_count, received_at, ingest_id)"
                    + " VALUES ('2026-02-06T08:%02d:00Z', 'T1', 'R1', 10, now(), 1)";
    private static final String MARK =
            "INSERT INTO touched_hours VALUES ('traffic', 'T1', '2026-02-06T07:30:00Z')"
                    + " ON CONFLICT DO NOTHING";

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
            run(first, ROW.formatted(1));
            run(first, MARK);
            slow.setAutoCommit(false);
            run(slow, ROW.formatted(2));
            run(slow, MARK);

            assertThat(refresher.refresh()).isZero();
            assertThat(refresher.waiting()).isOne();
            slow.commit();
            assertThat(refresher.refresh()).isOne();

            try (Statement statement = first.createStatement();
                    ResultSet row = statement.executeQuery("SELECT readings FROM traffic_hourly")) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(2);
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

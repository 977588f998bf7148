package town.nagar.data.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import town.nagar.data.history.Sql;
import town.nagar.data.schema.Schema;
import town.nagar.data.servers.TestDatabase;

class DerivationTest {
    private static final Instant HOUR = Instant.parse("2026-02-06T07:30:00Z");
    private static final List<String> SENSORS =
            IntStream.range(0, 250).mapToObj("T%d"::formatted).toList();

    /**
     * The key begins with the time: looked up sensor by sensor, the hour's whole index is read once
     * for each. Just so it was planned while statistics had not seen the hour.
     */
    @Test
    void readsAnHourOnceAndNotOnceForEachSensor() throws SQLException {
        DataSource database = TestDatabase.empty();
        Schema.migrate(database);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    INSERT INTO traffic_measurements
                        (time, sensor_id, road_id, vehicle_count, received_at, ingest_id)
                    SELECT TIMESTAMPTZ '%s' + minute * INTERVAL '1 minute', 'T' || sensor, 'R1', 10,
                        now(), 1
                    FROM generate_series(0, 59) AS minute, generate_series(0, 299) AS sensor
                    """
                            .formatted(HOUR));
            List<String> plan =
                    plan(
                            Derivations.TRAFFIC_HOURLY.insert(
                                    SENSORS, HOUR, HOUR.plus(Duration.ofHours(1))),
                            connection);
            assertThat(plan)
                    .anyMatch(line -> line.contains("time"))
                    .filteredOn(line -> line.contains("Index Cond"))
                    .noneMatch(line -> line.contains("sensor_id"));
        }
    }

    private static List<String> plan(Sql sql, Connection connection) throws SQLException {
        Sql explain = new Sql("EXPLAIN " + sql.text(), sql.values());
        List<String> lines = new ArrayList<>();
        try (PreparedStatement statement = explain.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                lines.add(row.getString(1));
            }
        }
        return lines;
    }
}

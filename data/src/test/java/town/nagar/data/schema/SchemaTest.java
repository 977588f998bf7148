package town.nagar.data.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import town.nagar.data.servers.TestDatabase;

class SchemaTest {
    private final DataSource database = TestDatabase.empty();

    @Test
    void tablesAreMadeOnceHoweverOftenOneAsks() throws SQLException {
        Schema first = Schema.migrate(database);
        assertThat(Schema.migrate(database)).isEqualTo(first);
        assertThat(words("SELECT count(*) FROM flyway_schema_history WHERE NOT success"))
                .containsExactly("0");
    }

    @Test
    void theTablesHaveGeographyWhereItWasAskedFor() throws SQLException {
        boolean geography = Schema.migrate(database).geography();
        assertThat(geography || !TestDatabase.wantsPostgis()).isTrue();
    }

    @Test
    void theFirstColumnsOfTrafficAreTheDesignDocuments() throws SQLException {
        Schema schema = Schema.migrate(database);
        List<String> columns =
                words(
                        "SELECT column_name FROM information_schema.columns WHERE table_name ="
                                + " 'traffic_measurements' ORDER BY ordinal_position");
        List<String> expected =
                new ArrayList<>(
                        List.of(
                                "time",
                                "sensor_id",
                                "road_id",
                                "location",
                                "vehicle_count",
                                "average_speed",
                                "occupancy_percentage",
                                "congestion_level",
                                "metadata"));
        if (!schema.geography()) {
            expected.remove("location");
        }
        assertThat(columns).startsWith(expected.toArray(String[]::new));
    }

    @Test
    void aMonthMadeOnDemandTakesItsRowsOutOfTheDefaultPartition() throws SQLException {
        Schema.migrate(database);
        insert("2026-02-28T18:29:59Z", "T1"); // the last second of February in India
        insert("2026-02-28T18:30:00Z", "T1"); // the first of March
        assertThat(words("SELECT tableoid::regclass FROM traffic_measurements"))
                .containsOnly("traffic_measurements_default");
        for (int again = 0; again < 2; again++) {
            words("SELECT ensure_month('traffic_measurements', '2026-02-10T00:00:00Z')");
            words("SELECT ensure_month('traffic_measurements', '2026-03-10T00:00:00Z')");
        }
        assertThat(words("SELECT tableoid::regclass FROM traffic_measurements ORDER BY time"))
                .containsExactly("traffic_measurements_y2026m02", "traffic_measurements_y2026m03");
    }

    @Test
    void aRepeatedRowIsTheSameRowInEveryPartition() throws SQLException {
        Schema.migrate(database);
        words("SELECT ensure_month('traffic_measurements', '2026-02-10T00:00:00Z')");
        insert("2026-02-10T00:00:00Z", "T1");
        insert("2026-02-10T00:00:00Z", "T1");
        assertThat(words("SELECT count(*) FROM traffic_measurements")).containsExactly("1");
    }

    private void insert(String time, String sensor) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "INSERT INTO traffic_measurements"
                            + " (time, sensor_id, road_id, lat, lon, received_at, ingest_id)"
                            + " VALUES ('%s', '%s', 'R1', 23.02, 72.57, now(), 1)"
                                    .formatted(time, sensor)
                            + " ON CONFLICT (time, sensor_id) DO NOTHING");
        }
    }

    private List<String> words(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> words = new ArrayList<>();
            while (rows.next()) {
                words.add(rows.getString(1));
            }
            return words;
        }
    }
}

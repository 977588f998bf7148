package town.nagar.data.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.contracts.Domain;
import town.nagar.data.archive.ExpirySweep.Rule;
import town.nagar.data.history.Measurements;
import town.nagar.data.rollups.Refresher;
import town.nagar.data.schema.Schema;
import town.nagar.data.servers.RawRows;
import town.nagar.data.servers.RawRows.Row;
import town.nagar.data.servers.TestDatabase;
import town.nagar.data.traffic.TrafficRoute;
import town.nagar.kit.objects.ObjectStore;
import town.nagar.supervisor.EphemeralServers;
import town.nagar.supervisor.ServerName;

class ArchiveTest {
    private static final Instant EIGHT = Instant.parse("2026-02-06T02:30:00Z"); // 08:00 in India
    private static final String DAY = "raw-data/traffic/2026/02/06/sensor-dumps/traffic_20260206";

    @TempDir Path folder;

    private final DataSource database = TestDatabase.empty();
    private final ObjectStore objects = store();

    private static ObjectStore store() {
        Map<String, String> settings = EphemeralServers.settings(ServerName.S3);
        return new ObjectStore(
                URI.create(Objects.requireNonNull(settings.get("nagar.s3.url"))),
                Objects.requireNonNull(settings.get("nagar.s3.access-key")),
                Objects.requireNonNull(settings.get("nagar.s3.secret-key")),
                "archive-" + UUID.randomUUID());
    }

    @BeforeEach
    void makeTables() throws SQLException {
        Schema.migrate(database);
    }

    private void measure(int fromMinute, int minutes) throws SQLException {
        List<Row> rows = new ArrayList<>();
        for (int minute = fromMinute; minute < fromMinute + minutes; minute++) {
            Map<String, Object> values = new TreeMap<>();
            values.put("vehicle_count", minute);
            if (minute % 3 > 0) {
                values.put("average_speed", minute / 7.0);
            }
            values.put("metadata", "{\"note\": \"\u0aae\u0abe\u0aaa\"}");
            rows.add(
                    new Row(
                            Domain.TRAFFIC,
                            "T001",
                            "R001",
                            EIGHT.plus(Duration.ofMinutes(minute)),
                            values));
        }
        RawRows.write(rows, database);
    }

    /** Derives as of a time, and archives when that has settled. */
    private List<String> archive(String now) throws SQLException, IOException {
        Instant derived = Instant.parse(now);
        derive(derived);
        return archive(derived.plus(Duration.ofMinutes(10)));
    }

    private void derive(Instant now) throws SQLException {
        new Refresher(database, Refresher.tables(true), InstantSource.fixed(now)).refresh();
    }

    private List<String> archive(Instant now) throws SQLException, IOException {
        Map<Domain, Measurements> tables = Map.of(Domain.TRAFFIC, TrafficRoute.TRAFFIC);
        return new Archive(database, tables, objects, folder, InstantSource.fixed(now)).archive();
    }

    private List<String> keys() {
        return objects.list("raw-data/").stream().map(ObjectStore.Stored::key).sorted().toList();
    }

    private static List<String> words(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> words = new ArrayList<>();
            while (row.next()) {
                words.add(row.getString(1));
            }
            return words;
        }
    }

    private static String line(String json) {
        return "concat_ws('|', date_part('epoch', time), sensor_id, road_id, vehicle_count,"
                + " average_speed, "
                + json
                + ", ingest_id)";
    }

    private void readsBackAs(String key, String where) throws SQLException, IOException {
        Path file = folder.resolve(UUID.randomUUID() + ".parquet");
        objects.get(key, file);
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Connection postgres = database.getConnection()) {
            List<String> archived =
                    words(
                            duck,
                            "SELECT %s FROM '%s' ORDER BY time".formatted(line("metadata"), file));
            List<String> kept =
                    words(
                            postgres,
                            "SELECT %s FROM traffic_measurements WHERE %s ORDER BY time"
                                    .formatted(line("metadata"), where));
            assertThat(archived.stream().map(ArchiveTest::comparable))
                    .containsExactlyElementsOf(kept.stream().map(ArchiveTest::comparable).toList());
            assertThat(
                            words(
                                    postgres,
                                    "SELECT concat(rows, ' ', sha256) FROM archive_objects"
                                            + " WHERE key = '%s'".formatted(key)))
                    .containsExactly(kept.size() + " " + Archive.sha256(file));
        }
        Files.delete(file);
    }

    /** Two servers write whole seconds and doubles a little differently. */
    private static String comparable(String line) {
        return line.replaceAll("\\.0(?=\\|)", "");
    }

    @Test
    void closedHoursAreArchivedAndReadBackRowByRow() throws SQLException, IOException {
        measure(0, 130);
        assertThat(archive("2026-02-06T05:00:00Z"))
                .containsExactly(DAY + "_08.parquet", DAY + "_09.parquet");
        readsBackAs(
                DAY + "_08.parquet",
                "time >= '2026-02-06T02:30:00Z' AND time < '2026-02-06T03:30:00Z'");
        assertThat(archive("2026-02-06T05:00:00Z")).isEmpty();
    }

    @Test
    void anHourThatLateRowsTouchIsWrittenAgain() throws SQLException, IOException {
        measure(0, 30);
        archive("2026-02-06T05:00:00Z");
        measure(30, 30);
        assertThat(archive("2026-02-06T05:30:00Z")).containsExactly(DAY + "_08.parquet");
        readsBackAs(DAY + "_08.parquet", "TRUE");
    }

    @Test
    void anHourWaitsUntilItsRowsHaveNotChangedForTenMinutes() throws SQLException, IOException {
        Instant five = Instant.parse("2026-02-06T05:00:00Z");
        measure(0, 30);
        derive(five);
        measure(30, 30);
        derive(five.plus(Duration.ofMinutes(6)));
        assertThat(archive(five.plus(Duration.ofMinutes(15)))).isEmpty();
        assertThat(archive(five.plus(Duration.ofMinutes(16)))).containsExactly(DAY + "_08.parquet");
    }

    @Test
    void aDayThatHasEndedBecomesOneObjectAndStaysOneWhenLateRowsCome()
            throws SQLException, IOException {
        measure(0, 130);
        archive("2026-02-06T08:00:00Z");
        assertThat(keys()).hasSize(3);
        assertThat(archive("2026-02-06T21:00:00Z")).containsExactly(DAY + ".parquet");
        assertThat(keys()).containsExactly(DAY + ".parquet");
        measure(200, 10);
        assertThat(archive("2026-02-06T22:00:00Z")).containsExactly(DAY + ".parquet");
        assertThat(keys()).containsExactly(DAY + ".parquet");
        readsBackAs(DAY + ".parquet", "TRUE");
    }

    @Test
    void onlyOldObjectsOfTheirPrefixExpire() throws IOException {
        Path file = Files.writeString(folder.resolve("dump"), "x");
        objects.put("backups/database/old.dump", file);
        objects.put("reports/daily/report_20260206.pdf", file);
        ExpirySweep tomorrow =
                new ExpirySweep(
                        objects,
                        List.of(new Rule("backups/", Duration.ofHours(12))),
                        () -> Instant.now().plus(Duration.ofDays(1)));
        ExpirySweep now = new ExpirySweep(objects, ExpirySweep.RULES, InstantSource.system());
        assertThat(now.sweep()).isEmpty();
        assertThat(tomorrow.sweep()).containsExactly("backups/database/old.dump");
        assertThat(objects.list("reports/")).hasSize(1);
    }
}

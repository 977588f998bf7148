package town.nagar.data.partitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import town.nagar.contracts.Domain;
import town.nagar.data.pollution.PollutionTables;
import town.nagar.data.schema.Schema;
import town.nagar.data.servers.RawRows;
import town.nagar.data.servers.RawRows.Row;
import town.nagar.data.servers.TestDatabase;

class SortedMonthsTest {
    private static final String FEBRUARY = "pollution_measurements_y2026m02";
    private static final InstantSource IN_FEBRUARY =
            InstantSource.fixed(Instant.parse("2026-02-06T08:00:00Z"));
    private static final InstantSource IN_MARCH =
            InstantSource.fixed(Instant.parse("2026-03-20T00:00:00Z"));

    private final DataSource database = TestDatabase.empty();
    private final SortedMonths sorted = months(IN_MARCH);

    @BeforeEach
    void makeTables() throws SQLException {
        assumeTrue(Schema.migrate(database).monthly());
        new Months(database, Map.of(Domain.POLLUTION, PollutionTables.POLLUTION), IN_FEBRUARY)
                .make(0);
    }

    private SortedMonths months(InstantSource clock) {
        return new SortedMonths(
                database, Map.of(Domain.POLLUTION, PollutionTables.POLLUTION), clock);
    }

    /** Three stations, hour by hour as they arrive. */
    private void measure(int firstHour, int hours) throws SQLException {
        List<Row> rows = new ArrayList<>();
        for (int hour = firstHour; hour < firstHour + hours; hour++) {
            for (String station : List.of("A001", "A002", "A003")) {
                Instant at = IN_FEBRUARY.instant().plus(Duration.ofHours(hour));
                rows.add(row(station, at, 40.0 + hour));
            }
        }
        RawRows.write(rows, database);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_stat_force_next_flush()");
        }
    }

    private static Row row(String station, Instant at, double pm25) {
        TreeMap<String, Object> values = new TreeMap<>(Map.of("pm25", pm25));
        return new Row(Domain.POLLUTION, station, "P" + station, at, values);
    }

    private List<String> stationsOnDisk() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT station_id FROM " + FEBRUARY + " ORDER BY ctid")) {
            List<String> stations = new ArrayList<>();
            while (row.next()) {
                stations.add(row.getString(1));
            }
            return stations;
        }
    }

    @Test
    void aClosedMonthThatRestsIsSortedBySeriesOnce() throws SQLException {
        measure(0, 20);
        assertThat(stationsOnDisk()).isNotEqualTo(stationsOnDisk().stream().sorted().toList());
        assertThat(sorted.sortOne()).as("rows may still come").isEmpty();
        assertThat(sorted.sortOne()).contains(FEBRUARY);
        assertThat(stationsOnDisk()).hasSize(60).isSorted();
        assertThat(sorted.sortOne()).isEmpty();
        assertThat(sorted.sortOne()).isEmpty();
    }

    @Test
    void historyReadInLaterIsSortedToo() throws SQLException {
        measure(0, 20);
        sorted.sortOne();
        sorted.sortOne();
        measure(20, 20);
        assertThat(sorted.sortOne()).as("rows came").isEmpty();
        assertThat(sorted.sortOne()).contains(FEBRUARY);
        assertThat(stationsOnDisk()).hasSize(120).isSorted();
    }

    @Test
    void aSortedMonthIsLeftAloneByTheNextStart() throws SQLException {
        measure(0, 20);
        sorted.sortOne();
        sorted.sortOne();
        SortedMonths again = months(IN_MARCH);
        again.sortOne();
        assertThat(again.sortOne()).isEmpty();
    }

    @Test
    void theMonthThatRunsIsNotSorted() throws SQLException {
        measure(0, 20);
        SortedMonths early = months(IN_FEBRUARY);
        early.sortOne();
        assertThat(early.sortOne()).isEmpty();
    }
}

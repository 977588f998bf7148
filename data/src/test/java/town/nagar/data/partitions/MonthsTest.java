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
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import town.nagar.contracts.Domain;
import town.nagar.data.pollution.PollutionRollups;
import town.nagar.data.pollution.PollutionTables;
import town.nagar.data.rollups.DomainRollups;
import town.nagar.data.rollups.Refresher;
import town.nagar.data.schema.Schema;
import town.nagar.data.servers.RawRows;
import town.nagar.data.servers.RawRows.Row;
import town.nagar.data.servers.TestDatabase;

class MonthsTest {
    private static final Instant FEBRUARY = Instant.parse("2026-02-06T02:30:00Z");
    private static final Duration KEEP = Duration.ofDays(90);

    private final DataSource database = TestDatabase.empty();

    @BeforeEach
    void makeTables() throws SQLException {
        assumeTrue(Schema.migrate(database).monthly());
    }

    private Months months(String now) {
        return new Months(
                database,
                Map.of(Domain.POLLUTION, PollutionTables.POLLUTION),
                InstantSource.fixed(Instant.parse(now)));
    }

    private void measure(Instant from, int hours) throws SQLException {
        List<Row> rows = new ArrayList<>();
        for (int hour = 0; hour < hours; hour++) {
            rows.add(
                    new Row(
                            Domain.POLLUTION,
                            "A001",
                            "P001",
                            from.plus(Duration.ofHours(hour)),
                            new TreeMap<>(Map.of("pm25", 40.0 + hour))));
        }
        RawRows.write(rows, database);
    }

    private void derive(String now) throws SQLException {
        Map<Domain, DomainRollups> rollups = new EnumMap<>(Refresher.tables(true));
        rollups.put(Domain.POLLUTION, new PollutionRollups());
        new Refresher(database, rollups, InstantSource.fixed(Instant.parse(now))).refresh();
    }

    private List<String> words(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> words = new ArrayList<>();
            while (row.next()) {
                words.add(row.getString(1));
            }
            return words;
        }
    }

    @Test
    void thisMonthAndThoseAheadAreMadeAndStraysGetTheirs() throws SQLException {
        measure(Instant.parse("2019-07-01T00:00:00Z"), 2);
        months("2026-02-06T08:00:00Z").make(2);
        assertThat(months("2026-02-06T08:00:00Z").months(Domain.POLLUTION))
                .containsExactly(
                        YearMonth.of(2019, 7),
                        YearMonth.of(2026, 2),
                        YearMonth.of(2026, 3),
                        YearMonth.of(2026, 4));
        assertThat(words("SELECT tableoid::regclass FROM pollution_measurements"))
                .containsOnly("pollution_measurements_y2019m07");
    }

    @Test
    void aMonthIsDroppedAfterNinetyDaysButOnlyOnceDerivedAndArchived() throws SQLException {
        measure(FEBRUARY, 30);
        months("2026-02-06T08:00:00Z").make(0);
        Months later = months("2026-06-15T00:00:00Z");
        assertThat(later.drop(Domain.POLLUTION, KEEP, true)).isEmpty();
        derive("2026-06-15T00:00:00Z");
        assertThat(later.drop(Domain.POLLUTION, KEEP, true)).as("not archived").isEmpty();
        words("DELETE FROM archive_marks RETURNING hour");
        assertThat(months("2026-05-15T00:00:00Z").drop(Domain.POLLUTION, KEEP, true))
                .as("too young")
                .isEmpty();

        assertThat(later.drop(Domain.POLLUTION, KEEP, true))
                .containsExactly("pollution_measurements_y2026m02");
        assertThat(words("SELECT count(*) FROM pollution_measurements")).containsExactly("0");
        assertThat(words("SELECT count(*) FROM pollution_hourly")).containsExactly("30");
    }

    @Test
    void aRowThatComesAfterItsMonthWasDroppedSpoilsNoDerivedRow() throws SQLException {
        measure(FEBRUARY, 30);
        months("2026-02-06T08:00:00Z").make(0);
        derive("2026-06-15T00:00:00Z");
        words("DELETE FROM archive_marks RETURNING hour");
        months("2026-06-15T00:00:00Z").drop(Domain.POLLUTION, KEEP, true);
        List<String> before = words("SELECT h::text FROM pollution_hourly h ORDER BY 1");

        measure(FEBRUARY.plus(Duration.ofMinutes(17)), 1);
        derive("2026-06-15T00:00:00Z");
        assertThat(words("SELECT h::text FROM pollution_hourly h ORDER BY 1")).isEqualTo(before);
    }
}

package town.nagar.streams.table;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Quantities;
import town.nagar.contracts.readings.Reading;
import town.nagar.streams.enrich.Derived;
import town.nagar.streams.enrich.Sensed;
import town.nagar.streams.fixtures.RawTables;
import town.nagar.streams.fixtures.SmallTown;
import town.nagar.supervisor.EphemeralServers;
import town.nagar.supervisor.ServerName;

/** Rows in a real PostgreSQL. */
class RawRowsTest {
    private static final Map<String, String> SERVERS =
            EphemeralServers.settings(ServerName.POSTGRES);
    private static final PostgresAddress ADDRESS = RawTables.address(SERVERS);

    @BeforeEach
    void emptyTables() throws SQLException {
        RawTables.makeAndEmpty(ADDRESS);
    }

    private static BatchStore store(Domain domain, Instant now) {
        return new BatchStore(
                ADDRESS,
                RawTable.of(domain),
                InstantSource.fixed(now),
                new TableMetrics(new UnregisteredMetricsGroup()));
    }

    private static Sensed row(Instant at, double count, long ingestId) {
        return sensed(
                SmallTown.reading(
                        Domain.TRAFFIC, "T1", "R1", at, Map.of("vehicle_count", count), ingestId));
    }

    private static Sensed sensed(Reading reading) {
        return new Sensed(reading, 23.2, Double.NaN, Derived.NONE);
    }

    private static String ask(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                ADDRESS.url(), ADDRESS.user(), ADDRESS.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                ADDRESS.url(), ADDRESS.user(), ADDRESS.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void store(Domain domain, List<Sensed> rows) throws InterruptedException {
        try (BatchStore store = store(domain, SmallTown.NOON.plus(Duration.ofDays(1)))) {
            store.store(new ArrayList<>(rows));
        }
    }

    @Test
    void ofTheSameSensorAndTimeTheGreatestIngestIdStaysWhateverBatchItCameIn() throws Exception {
        Instant at = SmallTown.NOON;
        store(Domain.TRAFFIC, List.of(row(at, 7, 20), row(at, 5, 10), row(at, 6, 15)));
        assertThat(ask("SELECT vehicle_count FROM traffic_measurements")).isEqualTo("7");
        store(Domain.TRAFFIC, List.of(row(at, 4, 19)));
        assertThat(ask("SELECT vehicle_count FROM traffic_measurements")).isEqualTo("7");
        store(Domain.TRAFFIC, List.of(row(at, 9, 21)));
        assertThat(ask("SELECT vehicle_count FROM traffic_measurements")).isEqualTo("9");
        assertThat(ask("SELECT count(*) FROM traffic_measurements")).isEqualTo("1");
    }

    @Test
    void aBatchWithARowThatIsThereAlreadyIsStoredAndSoAreThoseAfterIt() throws Exception {
        try (BatchStore store = store(Domain.TRAFFIC, SmallTown.NOON.plus(Duration.ofDays(1)))) {
            for (int batch = 0; batch < 60; batch++) {
                List<Sensed> rows = new ArrayList<>();
                for (int i = 0; i < 3; i++) { // the first is the last of the batch before
                    rows.add(row(SmallTown.NOON.plusSeconds(2 * batch + i), 10 * batch + i, batch));
                }
                store.store(rows);
            }
        }
        assertThat(ask("SELECT count(*) FROM traffic_measurements")).isEqualTo("121");
        assertThat(ask("SELECT sum(vehicle_count % 10) FROM traffic_measurements"))
                .isEqualTo(Integer.toString(60 + 2));
    }

    @Test
    void timesAreKeptToTheMillisecondAndMissingValuesAreNull() throws Exception {
        Instant at = Instant.parse("2026-02-06T08:00:00.123Z");
        store(Domain.TRAFFIC, List.of(row(at, 7, 20)));
        assertThat(
                        ask(
                                "SELECT concat_ws('|', time AT TIME ZONE 'UTC', lat,"
                                        + " lon IS NULL, average_speed IS NULL, quality IS NULL,"
                                        + " metadata IS NULL) FROM traffic_measurements"))
                .isEqualTo("2026-02-06 08:00:00.123|23.2|t|t|t|t");
    }

    @Test
    void everyIndianHourOfASensorIsMarkedOnce() throws Exception {
        // 13:59:59 and 14:00 IST lie in two hours, 08:29:59Z and 08:30Z
        Instant border = Instant.parse("2026-02-06T08:30:00Z");
        store(
                Domain.TRAFFIC,
                List.of(
                        row(border.minusSeconds(1), 1, 1),
                        row(border, 1, 2),
                        row(border.plusSeconds(1), 1, 3)));
        assertThat(
                        ask(
                                "SELECT string_agg(entity || ' ' || (hour AT TIME ZONE 'UTC')::text,"
                                        + " ', ' ORDER BY hour) FROM touched_hours"))
                .isEqualTo("T1 2026-02-06 07:30:00, T1 2026-02-06 08:30:00");
    }

    @Test
    void anHourThatStillRunsIsMarkedAtItsFirstBatchAlone() throws Exception {
        try (BatchStore store = store(Domain.TRAFFIC, SmallTown.NOON.plusSeconds(60))) {
            store.store(new ArrayList<>(List.of(row(SmallTown.NOON, 1, 1))));
            assertThat(
                            ask(
                                    "WITH gone AS (DELETE FROM touched_hours RETURNING 1) SELECT count(*) FROM gone"))
                    .isEqualTo("1");
            store.store(new ArrayList<>(List.of(row(SmallTown.NOON.plusSeconds(1), 1, 2))));
            assertThat(ask("SELECT count(*) FROM touched_hours")).isEqualTo("0");
            Instant hourBefore = SmallTown.NOON.minusSeconds(3600);
            store.store(new ArrayList<>(List.of(row(hourBefore, 1, 3))));
            assertThat(ask("SELECT count(*) FROM touched_hours")).isEqualTo("1");
        }
    }

    @Test
    void aRowThatCannotBeStoredIsLeftOutAndTheOthersAreStored() throws Exception {
        List<Sensed> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rows.add(row(SmallTown.NOON.plusSeconds(i), i, i));
        }
        Reading good = rows.get(7).reading();
        rows.set(
                7,
                sensed(
                        new Reading(
                                good.domain(),
                                "T\0",
                                good.placeId(),
                                good.eventTime(),
                                good.receivedAt(),
                                good.values(),
                                good.labels(),
                                good.flags(),
                                good.ingestId(),
                                good.source())));
        store(Domain.TRAFFIC, rows);
        assertThat(ask("SELECT count(*) FROM traffic_measurements")).isEqualTo("19");
    }

    /**
     * As while a month's partition is made beside the default one, which then takes its rows no
     * more.
     */
    @Test
    void aSingleRowWhoseMonthIsJustBeingMadeIsStoredAtTheNextTry() throws Exception {
        execute(
                """
                CREATE SEQUENCE tries;
                CREATE FUNCTION refuse_once() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF nextval('tries') = 1 THEN
                        RAISE check_violation USING MESSAGE =
                            'new row for relation "x_default" violates partition constraint';
                    END IF;
                    RETURN NEW;
                END $$;
                CREATE TRIGGER refuse_once BEFORE INSERT ON traffic_measurements
                    FOR EACH ROW EXECUTE FUNCTION refuse_once();
                """);
        store(Domain.TRAFFIC, List.of(row(SmallTown.NOON, 1, 1)));
        assertThat(ask("SELECT count(*) FROM traffic_measurements")).isEqualTo("1");
    }

    @ParameterizedTest
    @EnumSource(Domain.class)
    void everyQuantityOfEveryDomainHasItsColumn(Domain domain) throws Exception {
        Map<String, Double> values = new java.util.HashMap<>();
        Quantities.of(domain)
                .list()
                .forEach(quantity -> values.put(quantity.name(), quantity.plausible().max()));
        Reading reading =
                SmallTown.reading(domain, "M1:wheat:lokwan", "M1", SmallTown.NOON, values, 1);
        store(domain, List.of(sensed(reading)));
        RawTable table = RawTable.of(domain);
        String columns =
                Quantities.of(domain).list().stream()
                        .map(quantity ->
                                quantity.name().equals("congestion_level")
                                        ? "reported_congestion"
                                        : '"' + quantity.name() + '"')
                        .collect(java.util.stream.Collectors.joining(", "));
        assertThat(ask("SELECT num_nonnulls(%s) FROM %s".formatted(columns, table.name())))
                .isEqualTo(Integer.toString(values.size()));
    }
}

package town.nagar.data.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import town.nagar.contracts.Domain;
import town.nagar.data.pollution.PollutionRollups;
import town.nagar.data.schema.Schema;
import town.nagar.data.servers.RawRows;
import town.nagar.data.servers.RawRows.Row;
import town.nagar.data.servers.Seeds;
import town.nagar.data.servers.TestDatabase;

/** The order in which readings come, how often and how late leaves no trace in derived rows. */
class SameTablesTest {
    private static final List<String> TABLES =
            List.of(
                    "traffic_10min",
                    "traffic_hourly",
                    "traffic_daily",
                    "pollution_hourly",
                    "pollution_daily",
                    "water_meter_hourly",
                    "water_zone_hourly",
                    "agriculture_daily",
                    "market_daily",
                    "weather_hourly",
                    "weather_daily");

    private static final Instant START = Instant.parse("2026-02-05T18:30:00Z");
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-03-01T00:00:00Z"));

    @Seeds(3)
    void orderedShuffledRepeatedAndLateInputGiveTheSameTables(long seed) throws SQLException {
        List<Row> rows = rows(new Random(seed));
        Random random = new Random(seed + 1000);

        Map<String, List<String>> ordered = derived(List.of(rows));

        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        assertThat(derived(List.of(shuffled))).isEqualTo(ordered);

        List<Row> repeated = new ArrayList<>(rows);
        repeated.addAll(shuffled.subList(0, rows.size() / 2));
        Collections.shuffle(repeated, random);
        assertThat(derived(List.of(repeated))).isEqualTo(ordered);

        int third = rows.size() / 3;
        assertThat(
                        derived(
                                List.of(
                                        shuffled.subList(0, third),
                                        shuffled.subList(third / 2, 2 * third),
                                        shuffled.subList(2 * third, rows.size()))))
                .isEqualTo(ordered);
        TABLES.forEach(table -> assertThat(ordered.get(table)).as(table).isNotEmpty());
    }

    @Seeds(2)
    void bucketsWhoseRowsAreGoneAreGone(long seed) throws SQLException {
        DataSource database = TestDatabase.empty();
        Schema.migrate(database);
        List<Row> rows = rows(new Random(seed));
        RawRows.write(rows, database);
        refresher(database).refresh();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (Domain domain : Domain.values()) {
                statement.execute("DELETE FROM " + raw(domain));
                for (Row row : rows) {
                    if (row.domain() == domain) {
                        statement.execute(
                                "INSERT INTO touched_hours SELECT '%s', '%s', date_bin('1 h', '%s', %s)"
                                                .formatted(
                                                        domain.word(),
                                                        row.sensor(),
                                                        row.time(),
                                                        Derivation.ORIGIN)
                                        + " ON CONFLICT DO NOTHING");
                    }
                }
            }
        }
        refresher(database).refresh();
        dump(database).forEach((table, left) -> assertThat(left).as(table).isEmpty());
    }

    private static String raw(Domain domain) {
        return domain == Domain.MARKET ? "market_prices" : domain.word() + "_measurements";
    }

    private static Refresher refresher(DataSource database) {
        Map<Domain, DomainRollups> rollups = new EnumMap<>(Refresher.tables(true));
        rollups.put(Domain.POLLUTION, new PollutionRollups());
        return new Refresher(database, rollups, CLOCK);
    }

    private static Map<String, List<String>> derived(List<List<Row>> deliveries)
            throws SQLException {
        DataSource database = TestDatabase.empty();
        Schema.migrate(database);
        for (List<Row> delivery : deliveries) {
            RawRows.write(delivery, database);
            refresher(database).refresh();
        }
        assertThat(refresher(database).waiting()).isZero();
        return dump(database);
    }

    private static Map<String, List<String>> dump(DataSource database) throws SQLException {
        Map<String, List<String>> dump = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                List<String> rows = new ArrayList<>();
                try (ResultSet row =
                        statement.executeQuery(
                                "SELECT t::text FROM %s t ORDER BY 1".formatted(table))) {
                    while (row.next()) {
                        rows.add(row.getString(1));
                    }
                }
                dump.put(table, rows);
            }
        }
        return dump;
    }

    /** Some sensors of all domains over three Indian days, with gaps and missing values. */
    private static List<Row> rows(Random random) {
        List<Row> rows = new ArrayList<>();
        for (int sensor = 0; sensor < 2; sensor++) {
            for (int minute = 0; minute < 3 * 1440; minute += 7 + random.nextInt(20)) {
                Instant time = START.plus(Duration.ofMinutes(minute));
                for (Domain domain : Domain.values()) {
                    if (random.nextInt(4) > 0) {
                        rows.add(row(domain, sensor, time, random));
                    }
                }
            }
        }
        return rows;
    }

    private static Row row(Domain domain, int sensor, Instant time, Random random) {
        Map<String, Object> values = new TreeMap<>();
        double x = random.nextDouble() * 100;
        switch (domain) {
            case TRAFFIC -> {
                values.put("vehicle_count", (int) x);
                values.put("average_speed", x / 3);
                values.put("congestion_level", (int) x);
            }
            case POLLUTION -> {
                values.put("pm25", x);
                values.put("pm10", x * 1.7);
                values.put("no2", x / 7);
                values.put("o3", x / 3);
            }
            case WATER -> {
                values.put("consumption_liters", x / 7);
                values.put("pressure_bar", x / 30);
                values.put("flow_rate", x / 9);
            }
            case AGRICULTURE -> {
                values.put("soil_moisture", x / 3);
                values.put("irrigation_mm", x / 70);
            }
            case MARKET -> {
                values.put("commodity", "wheat");
                values.put("modal_price", 2400 + x);
                values.put("arrivals_tonnes", x / 3);
            }
            case WEATHER -> {
                values.put("temperature", x / 3);
                values.put("rainfall_mm", x / 70);
                values.put("wind_speed", x / 10);
                values.put("wind_direction", x * 3.6);
            }
        }
        values.keySet().removeIf(name -> !name.equals("commodity") && random.nextInt(10) == 0);
        return new Row(domain, "S" + sensor, "P" + random.nextInt(2), time, values);
    }
}

package town.nagar.checks.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import town.nagar.checks.bench.TownUnderTest;
import town.nagar.contracts.Domain;

/**
 * The same day twice, a week apart: once in order, once shuffled, repeated and in part a long time
 * late. Through door, log and streams, both leave the same rows in every table.
 */
@ExtendWith(SharedTown.class)
class OrderOfArrivalTest {
    private static final long SEED = 7;
    private static final int BATCH = 400;
    private static final int MINUTES_A_DAY = 1440;
    private static final int READ_EVERY = 15;

    /** Indian midnight: days are counted from here. */
    private static final Instant ORDERED = Instant.parse("2026-02-05T18:30:00Z");

    private static final Instant DISORDERED = ORDERED.plus(Duration.ofDays(7));

    /** Table, time and sensor of raw rows. */
    private static final Map<Domain, List<String>> RAW =
            Map.of(
                    Domain.TRAFFIC, List.of("traffic_measurements", "time", "sensor_id"),
                    Domain.POLLUTION, List.of("pollution_measurements", "time", "station_id"),
                    Domain.WATER, List.of("water_measurements", "time", "meter_id"),
                    Domain.AGRICULTURE, List.of("agriculture_measurements", "time", "sensor_id"),
                    Domain.MARKET, List.of("market_prices", "time", "sensor_id"),
                    Domain.WEATHER, List.of("weather_measurements", "time", "sensor_id"));

    private static final Map<String, String> DERIVED =
            Map.ofEntries(
                    Map.entry("traffic_10min", "bucket"),
                    Map.entry("traffic_hourly", "hour"),
                    Map.entry("traffic_daily", "day"),
                    Map.entry("pollution_hourly", "hour"),
                    Map.entry("pollution_daily", "day"),
                    Map.entry("water_meter_hourly", "hour"),
                    Map.entry("water_zone_hourly", "hour"),
                    Map.entry("agriculture_daily", "day"),
                    Map.entry("market_daily", "day"),
                    Map.entry("weather_hourly", "hour"),
                    Map.entry("weather_daily", "day"));

    private final Random random = new Random(SEED);

    @Test
    void aDayThatComesInDisorderLeavesTheRowsOfOneInOrder(TownUnderTest town) throws Exception {
        Visitor visitor = new Visitor(town);
        try (Connection tables = town.tables()) {
            for (Domain domain : Domain.values()) {
                List<String> sensors = sensors(domain, tables);
                List<String> ordered = new ArrayList<>();
                List<String> disordered = new ArrayList<>();
                for (int minute = 0; minute < MINUTES_A_DAY; minute += READ_EVERY) {
                    for (String sensor : sensors) {
                        String values = values(domain, minute);
                        ordered.add(reading(sensor, ORDERED, minute, values));
                        disordered.add(reading(sensor, DISORDERED, minute, values));
                    }
                }
                send(visitor, domain, ordered, "ordered");
                sendInDisorder(visitor, domain, disordered, tables);
                awaitRows(domain, tables, 2L * ordered.size());
            }
            Visitor.awaitDerived(tables);
            Map<String, List<String>> one = dump(tables, ORDERED);
            Map<String, List<String>> other = dump(tables, DISORDERED);
            one.forEach((table, rows) -> {
                assertThat(rows).as(table).isNotEmpty();
                assertThat(other.get(table)).as(table).isEqualTo(rows);
            });
        }
    }

    /** Some of the town's own sensors and one that nobody knows. */
    private static List<String> sensors(Domain domain, Connection tables) throws SQLException {
        List<String> sensors = new ArrayList<>();
        String sql =
                "SELECT id FROM sensors WHERE domain = '%s' ORDER BY id LIMIT 2"
                        .formatted(domain.word());
        try (Statement statement = tables.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                sensors.add(row.getString(1));
            }
        }
        assertThat(sensors).isNotEmpty();
        sensors.add("ORDER-" + domain.word());
        return sensors;
    }

    private static String reading(String sensor, Instant day, int minute, String values) {
        return "{\"sensor_id\":\"%s\",\"event_time\":\"%s\",\"values\":{%s}}"
                .formatted(sensor, day.plus(Duration.ofMinutes(minute)), values);
    }

    private String values(Domain domain, int minute) {
        double x = 20 + minute % 60 + random.nextDouble() * 20;
        return switch (domain) {
            case TRAFFIC -> "\"vehicle_count\":%d,\"average_speed\":%.3f".formatted((int) x, x / 2);
            case POLLUTION ->
                    "\"pm25\":%.3f,\"pm10\":%.3f,\"no2\":%.3f,\"o3\":%.3f"
                            .formatted(x, x * 1.7, x / 3, x / 2);
            case WATER ->
                    "\"consumption_liters\":%.3f,\"pressure_bar\":%.3f".formatted(x / 7, x / 60);
            case AGRICULTURE ->
                    "\"soil_moisture\":%.3f,\"irrigation_mm\":%.3f".formatted(x / 3, x / 70);
            case MARKET ->
                    "\"modal_price\":%.2f,\"arrivals_tonnes\":%.3f".formatted(2400 + x, x / 3);
            case WEATHER ->
                    "\"temperature\":%.3f,\"rainfall_mm\":%.3f,\"wind_speed\":%.3f"
                            .formatted(x / 3, x / 70, x / 10);
        };
    }

    private static void send(Visitor visitor, Domain domain, List<String> readings, String name) {
        for (int i = 0; i < readings.size(); i += BATCH) {
            List<String> batch = readings.subList(i, Math.min(i + BATCH, readings.size()));
            String key = "order-%s-%s-%d".formatted(domain.word(), name, i);
            Visitor.Answer answer = visitor.batch(domain.word(), batch, key);
            assertThat(answer.status()).isEqualTo(207);
            assertThat(answer.json().at("/counts/refused").asInt(-1)).isZero();
        }
    }

    /** A tenth comes when the rest is derived already; a third comes twice, at once or later. */
    private void sendInDisorder(
            Visitor visitor, Domain domain, List<String> readings, Connection tables)
            throws InterruptedException {
        Collections.shuffle(readings, random);
        int onTime = readings.size() * 9 / 10;
        List<String> first = new ArrayList<>(readings.subList(0, onTime));
        first.addAll(readings.subList(0, onTime / 6));
        Collections.shuffle(first, random);
        send(visitor, domain, first, "first");
        awaitRows(domain, tables, readings.size() + onTime);
        Visitor.awaitDerived(tables);
        List<String> late = new ArrayList<>(readings.subList(onTime, readings.size()));
        late.addAll(readings.subList(onTime / 6, onTime / 3));
        Collections.shuffle(late, random);
        send(visitor, domain, late, "late");
    }

    private static void awaitRows(Domain domain, Connection tables, long count)
            throws InterruptedException {
        List<String> raw = java.util.Objects.requireNonNull(RAW.get(domain));
        Visitor.awaitNumber(
                tables,
                "SELECT count(*) FROM %s WHERE (%s) OR (%s)"
                        .formatted(
                                raw.get(0), day(raw.get(1), ORDERED), day(raw.get(1), DISORDERED)),
                count);
    }

    private static String day(String column, Instant from) {
        return "%s >= '%s' AND %s < '%s'"
                .formatted(column, from, column, from.plus(Duration.ofDays(1)));
    }

    /** All rows of a day but when and under which number they came, in the order of their text. */
    private static Map<String, List<String>> dump(Connection tables, Instant day)
            throws SQLException {
        Map<String, String> timeColumns = new TreeMap<>(DERIVED);
        RAW.values().forEach(raw -> timeColumns.put(raw.get(0), raw.get(1)));
        Map<String, List<String>> dump = new TreeMap<>();
        for (Map.Entry<String, String> table : timeColumns.entrySet()) {
            String time = table.getValue();
            String sql =
                    ("SELECT (to_jsonb(t) - ARRAY['received_at', 'ingest_id']"
                                    + " || jsonb_build_object('%s', %s - timestamptz '%s'))::text"
                                    + " FROM %s t WHERE %s ORDER BY 1")
                            .formatted(time, time, day, table.getKey(), day(time, day));
            List<String> rows = new ArrayList<>();
            try (Statement statement = tables.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    rows.add(row.getString(1));
                }
            }
            dump.put(table.getKey(), rows);
        }
        return dump;
    }
}

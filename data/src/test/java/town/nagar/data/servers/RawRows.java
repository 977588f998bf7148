package town.nagar.data.servers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import town.nagar.contracts.Domain;
import town.nagar.norms.time.Ist;

/** Raw rows written as the streams write them: upserts and marks in one transaction. */
public final class RawRows {
    private static final Map<Domain, List<String>> KEYS =
            Map.of(
                    Domain.TRAFFIC, List.of("traffic_measurements", "sensor_id", "road_id"),
                    Domain.POLLUTION, List.of("pollution_measurements", "station_id", "place_id"),
                    Domain.WATER, List.of("water_measurements", "meter_id", "zone_id"),
                    Domain.AGRICULTURE,
                            List.of("agriculture_measurements", "sensor_id", "field_id"),
                    Domain.MARKET, List.of("market_prices", "sensor_id", "mandi_id"),
                    Domain.WEATHER, List.of("weather_measurements", "sensor_id", "station_id"));

    private RawRows() {}

    /**
     * A row of any domain.
     *
     * @param values numbers and texts by column
     */
    public record Row(
            Domain domain, String sensor, String place, Instant time, Map<String, Object> values) {
        public Row {
            values = new LinkedHashMap<>(values);
        }
    }

    /** Writes the rows in their order. */
    public static void write(List<Row> rows, DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (Row row : rows) {
                write(row, connection);
                mark(row, connection);
            }
            connection.commit();
        }
    }

    private static void write(Row row, Connection connection) throws SQLException {
        List<String> keys = Objects.requireNonNull(KEYS.get(row.domain()));
        String names =
                row.values().keySet().stream()
                        .map(name -> ", \"" + name + '"')
                        .collect(Collectors.joining());
        String marks =
                row.values().keySet().stream()
                        .map(name -> name.equals("metadata") ? ", ?::jsonb" : ", ?")
                        .collect(Collectors.joining());
        String sql =
                """
                INSERT INTO %1$s AS t (time, %2$s, %3$s, received_at, ingest_id, lat, lon %4$s)
                VALUES (?, ?, ?, ?, ?, 23.02, 72.57 %5$s)
                ON CONFLICT (time, %2$s) DO UPDATE SET ingest_id = excluded.ingest_id
                WHERE excluded.ingest_id >= t.ingest_id
                """
                        .formatted(keys.get(0), keys.get(1), keys.get(2), names, marks);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            OffsetDateTime time = OffsetDateTime.ofInstant(row.time(), ZoneOffset.UTC);
            statement.setObject(1, time);
            statement.setString(2, row.sensor());
            statement.setString(3, row.place());
            statement.setObject(4, time.plusSeconds(2));
            statement.setLong(5, row.time().toEpochMilli());
            int at = 6;
            for (Object value : row.values().values()) {
                statement.setObject(at++, value);
            }
            statement.executeUpdate();
        }
    }

    private static void mark(Row row, Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "INSERT INTO touched_hours (domain, entity, hour) VALUES (?, ?, ?)"
                                + " ON CONFLICT DO NOTHING")) {
            statement.setString(1, row.domain().word());
            statement.setString(2, row.sensor());
            Instant hour = Instant.ofEpochMilli(Ist.hour(row.time().toEpochMilli()));
            statement.setObject(3, OffsetDateTime.ofInstant(hour, ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }
}

package town.nagar.data.pollution;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import town.nagar.norms.air.Category;
import town.nagar.norms.air.Naqi;
import town.nagar.norms.air.SubIndex;

/** Writes an index beside the means it stands on. */
final class IndexRow {
    private static final String UPDATE =
            """
            UPDATE %s SET (aqi, aqi_category, prominent_pollutant, sub_indices, reason,
                beyond_scale, o3_1h_missing) = (?, ?, ?, ?::jsonb, ?, ?, ?)
            WHERE station_id = ? AND %s = ?
            """;

    private IndexRow() {}

    static PreparedStatement hourly(Connection connection) throws SQLException {
        return connection.prepareStatement(UPDATE.formatted("pollution_hourly", "hour"));
    }

    static PreparedStatement daily(Connection connection) throws SQLException {
        return connection.prepareStatement(UPDATE.formatted("pollution_daily", "day"));
    }

    /** Adds a station's row to the batch. */
    static void set(PreparedStatement update, Naqi naqi, String station, Instant at)
            throws SQLException {
        if (naqi.index().isPresent()) {
            update.setInt(1, naqi.index().getAsInt());
        } else {
            update.setNull(1, Types.INTEGER);
        }
        text(update, 2, naqi.category().map(Category::word).orElse(""));
        text(update, 3, naqi.prominent().map(sub -> sub.pollutant().title()).orElse(""));
        text(update, 4, json(naqi));
        text(update, 5, naqi.reasonCodes());
        update.setBoolean(6, naqi.beyondScale());
        update.setBoolean(7, naqi.subIndices().stream().anyMatch(SubIndex::o3HourMissing));
        update.setString(8, station);
        update.setObject(9, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
        update.addBatch();
    }

    private static void text(PreparedStatement update, int at, String text) throws SQLException {
        if (text.isEmpty()) {
            update.setNull(at, Types.VARCHAR);
        } else {
            update.setString(at, text);
        }
    }

    /** Sub-indices by quantity, such as {@code {"pm25": 186}}. */
    static String json(Naqi naqi) {
        return naqi.subIndices().stream()
                .map(sub -> "\"%s\": %d".formatted(sub.pollutant().quantity(), sub.index()))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}

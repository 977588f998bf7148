package town.nagar.data.pollution;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import town.nagar.data.history.Sql;
import town.nagar.data.history.Tally.Statistics;
import town.nagar.data.history.Window;
import town.nagar.data.rollups.Derivation;

/** The queries behind a station's history; columns as {@link PollutionItems} reads them. */
final class PollutionSql {
    private static final String INDEX =
            "%1$saqi, %1$saqi_category, %1$sprominent_pollutant, %2$s, %1$sreason, %1$saveraging,"
                    + " %1$sbeyond_scale, %1$so3_1h_missing";

    private PollutionSql() {}

    /** What is said of all rows, not of one page. */
    record Summary(long count, Statistics statistics) {}

    static Sql rows(
            List<String> sensors,
            Parameter parameter,
            String resolution,
            Window window,
            Instant cut) {
        return switch (resolution) {
            case "raw" -> raw(sensors, parameter, window);
            case "1d" -> days(sensors, parameter, window);
            default -> hours(sensors, parameter, window, cut);
        };
    }

    private static Sql raw(List<String> sensors, Parameter parameter, Window window) {
        String value = parameter.column().equals("aqi") ? "h.aqi" : "r." + parameter.column();
        return Sql.of(
                """
                SELECT date_part('epoch', r.time) AS t, r.station_id, %s AS value, %s
                FROM pollution_measurements r LEFT JOIN pollution_hourly h
                    ON h.station_id = r.station_id AND h.hour = date_bin('1 h', r.time, %s)
                WHERE r.station_id = ANY (?) AND r.time >= ? AND r.time < ?
                ORDER BY r.time, r.station_id\
                """
                        .formatted(
                                value,
                                INDEX.formatted("h.", parameter.subIndex()),
                                Derivation.ORIGIN),
                sensors,
                window.start(),
                window.end());
    }

    private static Sql days(List<String> sensors, Parameter parameter, Window window) {
        return Sql.of(
                """
                SELECT date_part('epoch', day) AS t, station_id, %s AS value, %s
                FROM pollution_daily WHERE station_id = ANY (?) AND day >= ? AND day < ?
                ORDER BY day, station_id\
                """
                        .formatted(parameter.column(), INDEX.formatted("", parameter.subIndex())),
                sensors,
                window.start(),
                window.end());
    }

    /** Settled hours as they are kept, then open ones from raw rows. */
    private static Sql hours(
            List<String> sensors, Parameter parameter, Window window, Instant cut) {
        String open =
                parameter.column().equals("aqi") ? "NULL" : "avg(%s)".formatted(parameter.column());
        return Sql.of(
                """
                SELECT * FROM (
                    SELECT date_part('epoch', hour) AS t, station_id, %s AS value, %s
                    FROM pollution_hourly
                    WHERE station_id = ANY (?) AND hour >= ? AND hour < least(?, ?)
                    UNION ALL
                    SELECT date_part('epoch', date_bin('1 h', time, %s)), station_id, %s,
                        NULL, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE
                    FROM pollution_measurements
                    WHERE station_id = ANY (?) AND time >= greatest(?, ?) AND time < ?
                    GROUP BY 1, 2) AS hours
                ORDER BY t, station_id\
                """
                        .formatted(
                                parameter.column(),
                                INDEX.formatted("", parameter.subIndex()),
                                Derivation.ORIGIN,
                                open),
                sensors,
                window.start(),
                window.end(),
                cut,
                sensors,
                window.start(),
                cut,
                window.end());
    }

    /** Counts and measures all rows of a paged query. */
    static Summary summary(Sql paged, Connection connection) throws SQLException {
        String all = paged.text().substring(0, paged.text().lastIndexOf(" LIMIT "));
        Sql query =
                new Sql(
                        "SELECT count(*), min(value), max(value), avg(value), stddev_pop(value)"
                                + " FROM (%s) AS whole".formatted(all),
                        paged.values().subList(0, paged.values().size() - 2));
        try (PreparedStatement statement = query.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Summary(
                    row.getLong(1),
                    new Statistics(
                            row.getDouble(2),
                            row.getDouble(3),
                            row.getDouble(4),
                            row.getDouble(5)));
        }
    }
}

package town.nagar.data.rollups;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import town.nagar.data.history.Sql;

/**
 * Meters' hours, and of them their zones' hours. What a zone consumes is what its customers' meters
 * counted; the bulk meter at its inlet counts the same water once more.
 */
final class WaterRollups implements DomainRollups {
    private static final Duration HOUR = Duration.ofHours(1);

    private static final String ZONE =
            """
            INSERT INTO water_zone_hourly (hour, zone_id, total_consumption, avg_pressure,
                active_meters, readings, min_pressure, avg_flow_rate)
            SELECT hour, zone_id, sum(total_consumption ORDER BY meter_id)
                FILTER (WHERE meter_type IS DISTINCT FROM 'bulk'), %s,
                count(*), sum(readings), min(min_pressure), %s
            FROM water_meter_hourly WHERE zone_id = ANY (?) AND hour = ?
            GROUP BY hour, zone_id
            """
                    .formatted(
                            Derivation.weighted("avg_pressure", "meter_id"),
                            Derivation.weighted("avg_flow_rate", "meter_id"));

    @Override
    public void derive(List<Mark> marks, Connection connection) throws SQLException {
        for (Map.Entry<Instant, List<String>> entry :
                TableRollups.byTime(marks, Mark::hour).entrySet()) {
            hour(entry.getKey(), entry.getValue(), connection);
        }
    }

    /** A meter may have changed its zone, so the zone it was counted in before is made anew too. */
    private static void hour(Instant hour, List<String> meters, Connection connection)
            throws SQLException {
        Set<String> zones = new TreeSet<>(zones(hour, meters, connection));
        Derivations.WATER_METER_HOURLY.derive(meters, hour, hour.plus(HOUR), connection);
        zones.addAll(zones(hour, meters, connection));
        List<String> all = List.copyOf(zones);
        run(
                Sql.of(
                        "DELETE FROM water_zone_hourly WHERE zone_id = ANY (?) AND hour = ?",
                        all,
                        hour),
                connection);
        run(Sql.of(ZONE, all, hour), connection);
    }

    private static Set<String> zones(Instant hour, List<String> meters, Connection connection)
            throws SQLException {
        Sql query =
                Sql.of(
                        "SELECT DISTINCT zone_id FROM water_meter_hourly"
                                + " WHERE meter_id = ANY (?) AND hour = ?",
                        meters,
                        hour);
        Set<String> zones = new TreeSet<>();
        try (PreparedStatement statement = query.prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                zones.add(rows.getString(1));
            }
        }
        return zones;
    }

    private static void run(Sql sql, Connection connection) throws SQLException {
        try (PreparedStatement statement = sql.prepare(connection)) {
            statement.executeUpdate();
        }
    }
}

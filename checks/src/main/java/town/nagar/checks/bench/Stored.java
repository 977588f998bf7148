package town.nagar.checks.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import town.nagar.checks.bench.CongestionTwin.RoadMinute;
import town.nagar.sample.load.LoadGenerator;

/** What of a load lies in the tables. */
final class Stored {
    private final Connection tables;

    Stored(Connection tables) {
        this.tables = tables;
    }

    /** Rows of sensors whose id begins so. */
    long rows(String prefix) throws SQLException {
        String sql =
                "SELECT count(*) FROM traffic_measurements WHERE sensor_id >= '%s' AND sensor_id < '%s~'"
                        .formatted(prefix, prefix);
        return number(sql);
    }

    /** Minutes of the roads with these sensors, as the raw rows tell them. */
    List<RoadMinute> minutes(String prefix) throws SQLException {
        String sql =
                """
                SELECT road_id, date_trunc('minute', time), (p.figures ->> 'free_flow_kmh')::float8,
                    CASE WHEN sum(vehicle_count) > 0
                        THEN sum(average_speed * vehicle_count) / sum(vehicle_count)
                        ELSE avg(average_speed) END
                FROM traffic_measurements JOIN places p ON p.id = road_id
                WHERE sensor_id LIKE '%s%%'
                GROUP BY 1, 2, 3\
                """
                        .formatted(prefix);
        List<RoadMinute> minutes = new ArrayList<>();
        try (Statement statement = tables.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                minutes.add(
                        new RoadMinute(
                                row.getString(1),
                                row.getTimestamp(2).toInstant(),
                                row.getDouble(4),
                                row.getDouble(3)));
            }
        }
        return minutes;
    }

    /** Openings and closings of congestion at these sensors that were told, up to a time. */
    Set<String> congestionSteps(String prefix, Instant until) throws SQLException {
        String sql =
                """
                SELECT place_id, phase, at FROM alert_events
                WHERE rule = 'traffic_congestion' AND phase IN ('OPENED', 'CLEARED') AND at <= '%s'
                    AND event -> 'sensor_ids' ->> 0 LIKE '%s%%'\
                """
                        .formatted(until, prefix);
        Set<String> steps = new TreeSet<>();
        try (Statement statement = tables.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                steps.add(
                        CongestionTwin.step(
                                row.getString(1),
                                row.getString(2),
                                row.getTimestamp(3).toInstant()));
            }
        }
        return steps;
    }

    /** Rollup rows that differ from what the raw rows give, and raw rows that none covers. */
    long wrongRollups(String prefix) throws SQLException {
        return number(
                """
                SELECT count(*) FROM (
                    SELECT sensor_id, date_bin('1 hour', time, TIMESTAMPTZ '2026-01-01 00:00:00+05:30') AS hour,
                        count(*) AS readings, sum(vehicle_count) AS vehicles
                    FROM traffic_measurements WHERE sensor_id LIKE '%1$s%%' GROUP BY 1, 2) raw
                FULL JOIN (SELECT * FROM traffic_hourly WHERE sensor_id LIKE '%1$s%%') rolled
                    USING (sensor_id, hour)
                WHERE raw.readings IS DISTINCT FROM rolled.readings
                    OR raw.vehicles IS DISTINCT FROM rolled.sum_vehicle_count\
                """
                        .formatted(prefix));
    }

    /** Hourly rollups of these sensors. */
    long rollups(String prefix) throws SQLException {
        return number(
                "SELECT count(*) FROM traffic_hourly WHERE sensor_id LIKE '%s%%'"
                        .formatted(prefix));
    }

    /** Hours of these sensors whose rollups are not derived yet. */
    long openMarks(String prefix) throws SQLException {
        return number(
                """
                SELECT (SELECT count(*) FROM touched_hours WHERE entity LIKE '%1$s%%')
                    + (SELECT count(*) FROM taken_hours WHERE entity LIKE '%1$s%%')\
                """
                        .formatted(prefix));
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = tables.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Acknowledged readings that are not stored, of all sensors. */
    long lost(List<String> sensors, LoadGenerator load) throws SQLException {
        Map<String, Long> rows = rowsBySensor();
        long lost = 0;
        for (int i = 0; i < sensors.size(); i++) {
            lost += Math.max(0, load.acknowledgedOf(i) - rows.getOrDefault(sensors.get(i), 0L));
        }
        return lost;
    }

    private Map<String, Long> rowsBySensor() throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Statement statement = tables.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT sensor_id, count(*) FROM traffic_measurements GROUP BY 1")) {
            while (row.next()) {
                rows.put(row.getString(1), row.getLong(2));
            }
        }
        return rows;
    }
}

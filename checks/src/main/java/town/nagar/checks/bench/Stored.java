package town.nagar.checks.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

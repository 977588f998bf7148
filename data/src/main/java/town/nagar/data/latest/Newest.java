package town.nagar.data.latest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import town.nagar.contracts.places.Sensor;
import town.nagar.data.history.Measurements;
import town.nagar.data.history.Metric;
import town.nagar.data.history.Sql;
import town.nagar.data.json.JsonBytes;
import town.nagar.data.latest.LatestCache.Entry;

/** The newest rows of the tables, in the shape of the cache's entries. */
final class Newest {
    private static final int FIRST_METRIC = 6;

    private final DataSource database;

    Newest(DataSource database) {
        this.database = database;
    }

    /** The newest entry by sensor id; sensors without rows are missing. */
    Map<String, Entry> read(Measurements of, List<Sensor> sensors) throws SQLException {
        Map<String, Entry> entries = new HashMap<>();
        Sql query =
                Sql.of(
                        query(of),
                        sensors.stream().map(Sensor::id).toList(),
                        sensors.stream().map(Sensor::placeId).toList());
        try (Connection connection = database.getConnection();
                PreparedStatement statement = query.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                long millis = Math.round(row.getDouble(3) * 1000);
                entries.put(row.getString(1), new Entry(millis, json(of, row, millis)));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e); // bytes in memory do not fail
        }
        return entries;
    }

    private static String query(Measurements of) {
        String columns =
                Stream.concat(of.metrics().stream().map(Newest::quoted), of.words().stream())
                        .collect(Collectors.joining(", "));
        return """
        SELECT wanted.id, wanted.place, newest.* FROM unnest(?, ?) AS wanted (id, place)
        CROSS JOIN LATERAL (
            SELECT date_part('epoch', time), date_part('epoch', received_at), quality, %s
            FROM %s WHERE %s = wanted.id AND %s = wanted.place
            ORDER BY time DESC LIMIT 1) newest
        """
                .formatted(columns, of.table(), of.sensorColumn(), of.placeColumn());
    }

    private static String quoted(Metric metric) {
        return '"' + metric.name() + '"';
    }

    private static byte[] json(Measurements of, ResultSet row, long millis)
            throws SQLException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        JsonBytes json = new JsonBytes(bytes);
        json.beginObject().name("sensor_id").string(row.getString(1));
        json.name("place_id").string(row.getString(2)).name("timestamp").time(millis);
        json.name("received_at").time(Math.round(row.getDouble(4) * 1000));
        json.name("metrics").beginObject();
        for (int i = 0; i < of.metrics().size(); i++) {
            double value = row.getDouble(FIRST_METRIC + i);
            if (!row.wasNull()) {
                json.name(of.metrics().get(i).name()).number(value);
            }
        }
        json.endObject().name("quality").beginArray();
        String quality = row.getString(5);
        if (!row.wasNull()) {
            for (String flag : List.of(quality.split(",", -1))) {
                json.string(flag);
            }
        }
        json.endArray().name("labels").beginObject();
        for (int i = 0; i < of.words().size(); i++) {
            String word = row.getString(FIRST_METRIC + of.metrics().size() + i);
            if (!row.wasNull()) {
                json.name(of.words().get(i)).string(word);
            }
        }
        json.endObject().endObject().flush();
        return bytes.toByteArray();
    }
}

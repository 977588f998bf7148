package town.nagar.data.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import town.nagar.contracts.places.Place;
import town.nagar.data.places.Registry;

/**
 * An episode in the shape of the design document's collection {@code alerts}; times are {@link
 * Instant}s. Fields that hold nothing are null, as there.
 */
public final class AlertDocument {
    /** The columns that {@link #of} reads. */
    public static final String COLUMNS =
            "alert_id, rule, domain, place_id, severity, title, description, metrics::text,"
                    + " sensor_ids, opened_at, last_at, cleared_at, superseded, repeats,"
                    + " severity_history::text, acknowledged, acknowledged_at, acknowledged_by,"
                    + " actions_taken::text";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final TypeReference<List<Object>> ARRAY = new TypeReference<>() {};

    private AlertDocument() {}

    /** The document of the row the result stands at. */
    public static Map<String, @Nullable Object> of(ResultSet row, Registry registry)
            throws SQLException {
        Optional<Instant> cleared = time(row, "cleared_at");
        boolean acknowledged = row.getBoolean("acknowledged");
        Optional<Place> place = registry.findPlace(row.getString("place_id"));
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("alert_id", row.getString("alert_id"));
        document.put("type", row.getString("rule"));
        document.put("domain", row.getString("domain"));
        document.put("place_id", row.getString("place_id"));
        document.put("severity", row.getString("severity"));
        document.put("title", row.getString("title"));
        document.put("description", row.getString("description"));
        document.put("location", place.map(AlertDocument::point).orElse(null));
        document.put("affected_area", place.flatMap(AlertDocument::area).orElse(null));
        document.put("metrics", read(row.getString("metrics"), OBJECT));
        document.put("recommendations", List.of());
        document.put(
                "status",
                cleared.isPresent() ? "resolved" : acknowledged ? "acknowledged" : "active");
        document.put("acknowledged", acknowledged);
        document.put("created_at", time(row, "opened_at").orElseThrow());
        document.put("last_at", time(row, "last_at").orElseThrow());
        document.put("acknowledged_at", time(row, "acknowledged_at").orElse(null));
        document.put("acknowledged_by", row.getString("acknowledged_by"));
        document.put("resolved_at", cleared.orElse(null));
        document.put("superseded", row.getBoolean("superseded"));
        document.put("repeats", row.getInt("repeats"));
        document.put("severity_history", history(row.getString("severity_history")));
        document.put("actions_taken", read(row.getString("actions_taken"), ARRAY));
        document.put("metadata", Map.of("data_sources", sensors(row)));
        return document;
    }

    private static Map<String, Object> point(Place place) {
        return Map.of(
                "type", "Point", "coordinates", List.of(place.point().lon(), place.point().lat()));
    }

    private static Optional<Map<String, Object>> area(Place place) {
        return Optional.of(read(place.geometry(), OBJECT))
                .filter(geometry -> String.valueOf(geometry.get("type")).endsWith("Polygon"));
    }

    /** Oldest first. */
    private static List<Map<String, Object>> history(String json) {
        List<Map<String, Object>> history = new ArrayList<>();
        new TreeMap<>(read(json, OBJECT))
                .forEach((at, severity) -> history.add(Map.of("at", at, "severity", severity)));
        return history;
    }

    private static List<String> sensors(ResultSet row) throws SQLException {
        return Arrays.stream((Object[]) row.getArray("sensor_ids").getArray())
                .map(String::valueOf)
                .toList();
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

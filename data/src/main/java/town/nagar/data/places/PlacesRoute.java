package town.nagar.data.places;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import town.nagar.contracts.Domain;
import town.nagar.contracts.places.PlaceKind;
import town.nagar.contracts.places.Point;
import town.nagar.data.history.Sql;
import town.nagar.data.json.AnswerStream;
import town.nagar.data.json.JsonBytes;
import town.nagar.kit.http.ApiException;
import town.nagar.kit.http.Query;

/** Sensors and places as GeoJSON (RFC 7946), all of them or those of a box or a circle. */
@RestController
public final class PlacesRoute {
    private static final Map<String, PlaceKind> KINDS =
            Map.of(
                    "roads", PlaceKind.ROAD,
                    "zones", PlaceKind.ZONE,
                    "stations", PlaceKind.STATION,
                    "fields", PlaceKind.FIELD,
                    "mandis", PlaceKind.MANDI,
                    "weather-stations", PlaceKind.WEATHER_STATION);

    private static final String PLACES =
            "SELECT id, kind, name_en, name_hi, name_gu, lat, lon, geometry::text, figures::text,"
                    + " labels::text FROM places WHERE kind = ?";
    private static final String SENSORS =
            "SELECT id, domain, name_en, name_hi, name_gu, lat, lon, labels::text, place_id, type,"
                    + " interval_seconds, verified, simulated FROM sensors WHERE TRUE";

    private final DataSource database;
    private final BooleanSupplier geography;

    /**
     * The routes.
     *
     * @param geography whether the tables have PostGIS locations
     */
    public PlacesRoute(DataSource database, BooleanSupplier geography) {
        this.database = database;
        this.geography = geography;
    }

    @GetMapping({
        "/v1/roads",
        "/v1/zones",
        "/v1/stations",
        "/v1/fields",
        "/v1/mandis",
        "/v1/weather-stations"
    })
    void places(HttpServletRequest request, HttpServletResponse response)
            throws SQLException, IOException {
        Query query = Query.of(request, "bbox", "near");
        Sql rows = ofKind(request).then(Nearby.condition(query, geography.getAsBoolean()));
        collection(rows, PlacesRoute::place, request, response);
    }

    @GetMapping({
        "/v1/roads/{id}",
        "/v1/zones/{id}",
        "/v1/stations/{id}",
        "/v1/fields/{id}",
        "/v1/mandis/{id}",
        "/v1/weather-stations/{id}"
    })
    void place(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws SQLException, IOException {
        Query.of(request);
        Sql row = ofKind(request).then(" AND id = ?", id);
        one(row, kind(request).word(), id, PlacesRoute::place, request, response);
    }

    private static PlaceKind kind(HttpServletRequest request) {
        String word = request.getRequestURI().split("/", -1)[2];
        return Optional.ofNullable(KINDS.get(word))
                .orElseThrow(() -> ApiException.notFound("collection", word));
    }

    private static Sql ofKind(HttpServletRequest request) {
        return Sql.of(PLACES, kind(request).word());
    }

    @GetMapping("/v1/sensors")
    void sensors(HttpServletRequest request, HttpServletResponse response)
            throws SQLException, IOException {
        Query query = Query.of(request, "domain", "place", "bbox", "near");
        Sql rows = Sql.of(SENSORS);
        Optional<String> domain = query.find("domain");
        if (domain.isPresent()) {
            rows = rows.then(" AND domain = ?", query.choice("domain", domains(), domain.get()));
        }
        Optional<String> place = query.find("place");
        if (place.isPresent()) {
            rows = rows.then(" AND place_id = ?", place.get());
        }
        rows = rows.then(Nearby.condition(query, geography.getAsBoolean()));
        collection(rows, PlacesRoute::sensor, request, response);
    }

    private static List<String> domains() {
        return Arrays.stream(Domain.values()).map(Domain::word).toList();
    }

    @GetMapping("/v1/sensors/{id}")
    void sensor(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws SQLException, IOException {
        Query.of(request);
        one(
                Sql.of(SENSORS).then(" AND id = ?", id),
                "sensor",
                id,
                PlacesRoute::sensor,
                request,
                response);
    }

    /** Writes the row the result stands at as one feature. */
    private interface Feature {
        void write(ResultSet row, JsonBytes json) throws SQLException, IOException;
    }

    private void collection(
            Sql rows, Feature feature, HttpServletRequest request, HttpServletResponse response)
            throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = rows.then(" ORDER BY id").prepare(connection);
                ResultSet row = statement.executeQuery();
                OutputStream out = open(request, response)) {
            JsonBytes json = new JsonBytes(out);
            json.beginObject().name("type").string("FeatureCollection");
            json.name("features").beginArray();
            while (row.next()) {
                feature.write(row, json);
            }
            json.endArray().endObject().flush();
        }
    }

    private void one(
            Sql query,
            String what,
            String id,
            Feature feature,
            HttpServletRequest request,
            HttpServletResponse response)
            throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = query.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw ApiException.notFound(what, id);
            }
            try (OutputStream out = open(request, response)) {
                JsonBytes json = new JsonBytes(out);
                feature.write(row, json);
                json.flush();
            }
        }
    }

    private static OutputStream open(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Cache-Control", "max-age=30");
        OutputStream out = AnswerStream.open(request, response);
        response.setContentType("application/geo+json");
        return out;
    }

    private static void place(ResultSet row, JsonBytes json) throws SQLException, IOException {
        json.beginObject().name("type").string("Feature").name("id").string(row.getString("id"));
        json.name("geometry").json(bytes(row, "geometry"));
        json.name("properties").beginObject().name("kind").string(row.getString("kind"));
        names(row, json);
        json.name("lat").number(row.getDouble("lat")).name("lon").number(row.getDouble("lon"));
        json.name("figures").json(bytes(row, "figures"));
        json.name("labels").json(bytes(row, "labels"));
        json.endObject().endObject();
    }

    private static void sensor(ResultSet row, JsonBytes json) throws SQLException, IOException {
        json.beginObject().name("type").string("Feature").name("id").string(row.getString("id"));
        point(row.getDouble("lat"), row.getDouble("lon"), json.name("geometry"));
        json.name("properties").beginObject().name("domain").string(row.getString("domain"));
        json.name("place_id").string(row.getString("place_id"));
        json.name("type").string(row.getString("type"));
        names(row, json);
        json.name("interval_seconds").number(row.getInt("interval_seconds"));
        json.name("verified").bool(row.getBoolean("verified"));
        json.name("simulated").bool(row.getBoolean("simulated"));
        json.name("labels").json(bytes(row, "labels"));
        json.endObject().endObject();
    }

    /** A GeoJSON point; null, as RFC 7946 has it, for a feature without a position. */
    private static void point(double lat, double lon, JsonBytes json) throws IOException {
        if (new Point(lat, lon).equals(Point.NOWHERE)) {
            json.nothing();
        } else {
            json.beginObject().name("type").string("Point").name("coordinates");
            json.beginArray().number(lon).number(lat).endArray().endObject();
        }
    }

    private static byte[] bytes(ResultSet row, String column) throws SQLException {
        return row.getString(column).getBytes(StandardCharsets.UTF_8);
    }

    private static void names(ResultSet row, JsonBytes json) throws SQLException, IOException {
        json.name("names").beginObject().name("en").string(row.getString("name_en"));
        json.name("hi").string(row.getString("name_hi"));
        json.name("gu").string(row.getString("name_gu")).endObject();
    }
}

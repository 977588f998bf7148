package town.nagar.data.places;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.contracts.Domain;
import town.nagar.contracts.json.ContractJson;
import town.nagar.contracts.places.Names;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.PlaceKind;
import town.nagar.contracts.places.Point;
import town.nagar.contracts.places.Sensor;
import town.nagar.contracts.readings.Quantity;
import town.nagar.data.bus.TopicReader;

/** The tables {@code sensors} and {@code places}: filled from the topic, read into the registry. */
public final class Reference implements TopicReader.Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Reference.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<SortedMap<String, Double>> FIGURES =
            new TypeReference<>() {};
    private static final TypeReference<SortedMap<String, String>> LABELS = new TypeReference<>() {};
    private static final TypeReference<SortedMap<String, Quantity.Range>> RANGES =
            new TypeReference<>() {};

    private static final String PUT_SENSOR =
            """
            INSERT INTO sensors (id, domain, place_id, type, name_en, name_hi, name_gu, lat, lon,
                interval_seconds, verified, simulated, plausible, labels, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, now())
            ON CONFLICT (id) DO UPDATE SET (domain, place_id, type, name_en, name_hi, name_gu, lat,
                lon, interval_seconds, verified, simulated, plausible, labels, updated_at) =
                (excluded.domain, excluded.place_id, excluded.type, excluded.name_en,
                excluded.name_hi, excluded.name_gu, excluded.lat, excluded.lon,
                excluded.interval_seconds, excluded.verified, excluded.simulated,
                excluded.plausible, excluded.labels, excluded.updated_at)
            """;

    private static final String PUT_PLACE =
            """
            INSERT INTO places (id, kind, name_en, name_hi, name_gu, lat, lon, geometry, figures,
                labels, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, now())
            ON CONFLICT (id) DO UPDATE SET (kind, name_en, name_hi, name_gu, lat, lon, geometry,
                figures, labels, updated_at) =
                (excluded.kind, excluded.name_en, excluded.name_hi, excluded.name_gu, excluded.lat,
                excluded.lon, excluded.geometry, excluded.figures, excluded.labels,
                excluded.updated_at)
            """;

    private final DataSource database;
    private final InstantSource clock;
    private volatile Registry registry = Registry.empty();
    private volatile Instant refreshed = Instant.EPOCH;

    public Reference(DataSource database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What is known now. */
    public Registry registry() {
        return registry;
    }

    /** When the registry was last read, or the epoch if never. */
    public Instant refreshed() {
        return refreshed;
    }

    @Override
    public void take(List<ConsumerRecord<String, byte[]>> records, Connection connection)
            throws SQLException {
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                take(record, connection);
            } catch (UncheckedIOException | IllegalArgumentException e) {
                LOG.warn(
                        "reference record refused key={} reason={}",
                        record.key(),
                        String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            }
        }
    }

    private static void take(ConsumerRecord<String, byte[]> record, Connection connection)
            throws SQLException {
        boolean sensor = record.key().startsWith("sensor/");
        String id = record.key().substring(record.key().indexOf('/') + 1);
        if (record.value() == null) {
            remove(sensor ? "sensors" : "places", id, connection);
        } else if (sensor) {
            put(ContractJson.read(record.value(), Sensor.class), connection);
        } else {
            put(ContractJson.read(record.value(), Place.class), connection);
        }
    }

    private static void remove(String table, String id, Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM " + table + " WHERE id = ?")) {
            statement.setString(1, id);
            statement.executeUpdate();
        }
    }

    /** Writes a sensor's row. */
    public static void put(Sensor sensor, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PUT_SENSOR)) {
            statement.setString(1, sensor.id());
            statement.setString(2, sensor.domain().word());
            statement.setString(3, sensor.placeId());
            statement.setString(4, sensor.type());
            names(sensor.names(), 5, statement);
            statement.setDouble(8, sensor.point().lat());
            statement.setDouble(9, sensor.point().lon());
            statement.setInt(10, sensor.intervalSeconds());
            statement.setBoolean(11, sensor.verified());
            statement.setBoolean(12, sensor.simulated());
            statement.setString(13, json(sensor.plausible()));
            statement.setString(14, json(sensor.labels()));
            statement.executeUpdate();
        }
    }

    /** Writes a place's row. */
    public static void put(Place place, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PUT_PLACE)) {
            statement.setString(1, place.id());
            statement.setString(2, place.kind().word());
            names(place.names(), 3, statement);
            statement.setDouble(6, place.point().lat());
            statement.setDouble(7, place.point().lon());
            statement.setString(8, place.geometry());
            statement.setString(9, json(place.figures()));
            statement.setString(10, json(place.labels()));
            statement.executeUpdate();
        }
    }

    private static void names(Names names, int at, PreparedStatement statement)
            throws SQLException {
        statement.setString(at, names.en());
        statement.setString(at + 1, names.hi());
        statement.setString(at + 2, names.gu());
    }

    private static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the registry anew after the tables changed. */
    @Override
    public void committed() {
        try {
            refresh();
        } catch (SQLException e) {
            LOG.warn("registry not refreshed reason={}", String.valueOf(e.getMessage()));
        }
    }

    /** Reads the registry from the tables. */
    public void refresh() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            registry = new Registry(sensors(statement), places(statement));
            refreshed = clock.instant();
        }
    }

    private static List<Sensor> sensors(Statement statement) throws SQLException {
        List<Sensor> sensors = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT * FROM sensors")) {
            while (row.next()) {
                sensors.add(
                        new Sensor(
                                row.getString("id"),
                                Domain.of(row.getString("domain")),
                                row.getString("place_id"),
                                row.getString("type"),
                                names(row),
                                point(row),
                                row.getInt("interval_seconds"),
                                row.getBoolean("verified"),
                                row.getBoolean("simulated"),
                                map(row.getString("plausible"), RANGES),
                                map(row.getString("labels"), LABELS)));
            }
        }
        return sensors;
    }

    private static List<Place> places(Statement statement) throws SQLException {
        List<Place> places = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT * FROM places")) {
            while (row.next()) {
                places.add(
                        new Place(
                                row.getString("id"),
                                PlaceKind.of(row.getString("kind")),
                                names(row),
                                point(row),
                                row.getString("geometry"),
                                map(row.getString("figures"), FIGURES),
                                map(row.getString("labels"), LABELS)));
            }
        }
        return places;
    }

    private static Names names(ResultSet row) throws SQLException {
        return new Names(
                row.getString("name_en"), row.getString("name_hi"), row.getString("name_gu"));
    }

    private static Point point(ResultSet row) throws SQLException {
        return new Point(row.getDouble("lat"), row.getDouble("lon"));
    }

    private static <V> SortedMap<String, V> map(
            String json, TypeReference<SortedMap<String, V>> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package town.nagar.data.servers;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import town.nagar.contracts.Domain;
import town.nagar.contracts.places.Names;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.PlaceKind;
import town.nagar.contracts.places.Point;
import town.nagar.contracts.places.Sensor;
import town.nagar.data.places.Reference;

/** A road, a station and their sensors. */
public final class TestTown {
    public static final Place ROAD =
            new Place(
                    "R001",
                    PlaceKind.ROAD,
                    new Names("Station Road", "स्टेशन रोड", "સ્ટેશન રોડ"),
                    new Point(23.0225, 72.5714),
                    "{\"type\":\"LineString\",\"coordinates\":[[72.57,23.02],[72.58,23.03]]}",
                    new TreeMap<>(Map.of("length_m", 812.0)),
                    new TreeMap<>(Map.of("simulated", "true")));

    public static final Place STATION =
            new Place(
                    "P001",
                    PlaceKind.STATION,
                    new Names("Town Hall", "टाउन हॉल", "ટાઉન હોલ"),
                    new Point(23.0300, 72.5800),
                    "{\"type\":\"Point\",\"coordinates\":[72.58,23.03]}",
                    new TreeMap<>(),
                    new TreeMap<>());

    public static final Sensor LOOP = sensor("T001", Domain.TRAFFIC, ROAD);
    public static final Sensor ANALYSER = sensor("A001", Domain.POLLUTION, STATION);

    private TestTown() {}

    /** A sensor at a place that reports every minute. */
    public static Sensor sensor(String id, Domain domain, Place place) {
        return new Sensor(
                id,
                domain,
                place.id(),
                "test",
                Names.untranslated(id),
                place.point(),
                60,
                true,
                true,
                new TreeMap<>(),
                new TreeMap<>());
    }

    /** Writes the town into a database that has its tables. */
    public static void write(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Reference.put(ROAD, connection);
            Reference.put(STATION, connection);
            Reference.put(LOOP, connection);
            Reference.put(ANALYSER, connection);
        }
    }
}

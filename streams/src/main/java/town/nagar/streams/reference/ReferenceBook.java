package town.nagar.streams.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.contracts.json.ContractJson;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.PlaceKind;
import town.nagar.contracts.places.Point;
import town.nagar.contracts.places.Sensor;

/** Sensors and places by id, and who is near whom. Belongs to one thread. */
public final class ReferenceBook {
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceBook.class);
    private static final String SENSOR = "sensor/";
    private static final String PLACE = "place/";

    private final Map<String, Sensor> sensors = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, List<String>> downstream = new HashMap<>();
    private Optional<Wards> wards = Optional.empty();

    /**
     * Takes over a new version of a sensor or place; one that cannot be read is logged and left.
     */
    public void take(ReferenceItem item) {
        try {
            if (item.key().startsWith(SENSOR)) {
                takeSensor(item.key().substring(SENSOR.length()), item.json());
            } else if (item.key().startsWith(PLACE)) {
                takePlace(item.key().substring(PLACE.length()), item.json());
            }
        } catch (RuntimeException e) { // others write the topic; one bad entry must not stop jobs
            LOG.warn("bad reference key={} reason={}", item.key(), e.getMessage());
        }
    }

    private void takeSensor(String id, String json) {
        if (json.isEmpty()) {
            sensors.remove(id);
        } else {
            sensors.put(id, ContractJson.read(bytes(json), Sensor.class));
        }
    }

    private void takePlace(String id, String json) {
        if (json.isEmpty()) {
            places.remove(id);
        } else {
            places.put(id, ContractJson.read(bytes(json), Place.class));
        }
        wards = Optional.empty();
        downstream.clear();
    }

    private static byte[] bytes(String json) {
        return json.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    public Optional<Sensor> findSensor(String id) {
        return Optional.ofNullable(sensors.get(id));
    }

    public Optional<Place> findPlace(String id) {
        return Optional.ofNullable(places.get(id));
    }

    public Collection<Sensor> sensors() {
        return sensors.values();
    }

    /** Every place of a kind, in no order. */
    public List<Place> places(PlaceKind kind) {
        return places.values().stream().filter(place -> place.kind() == kind).toList();
    }

    /** The ids of the roads that a road's traffic flows into. */
    public List<String> downstreamOf(String roadId) {
        if (downstream.isEmpty()) {
            places(PlaceKind.ROAD).forEach(this::linkUpstream);
        }
        return downstream.getOrDefault(roadId, List.of());
    }

    private void linkUpstream(Place road) {
        for (String upstream : road.label("upstream").split(" ", -1)) {
            if (!upstream.isEmpty()) {
                downstream.computeIfAbsent(upstream, none -> new ArrayList<>()).add(road.id());
            }
        }
    }

    /** The id of the zone a point lies in. */
    public Optional<String> wardOf(Point point) {
        if (wards.isEmpty()) {
            wards = Optional.of(new Wards(places(PlaceKind.ZONE)));
        }
        return wards.orElseThrow().find(point);
    }

    /** The zone of a place: its own label if it has one, else by where it lies. */
    public Optional<String> wardOfPlace(String placeId) {
        return findPlace(placeId)
                .flatMap(place ->
                        place.label("zone").isEmpty()
                                ? wardOf(place.point())
                                : Optional.of(place.label("zone")));
    }

    /** The place of a kind that is nearest to a point, the first by id of equally near ones. */
    public Optional<Place> nearest(PlaceKind kind, Point point) {
        return places(kind).stream()
                .min(
                        java.util.Comparator.<Place>comparingDouble(
                                        place -> squaredDegrees(place.point(), point))
                                .thenComparing(Place::id));
    }

    private static double squaredDegrees(Point a, Point b) {
        double lat = a.lat() - b.lat();
        double lon = (a.lon() - b.lon()) * StrictMath.cos(StrictMath.toRadians(b.lat()));
        return lat * lat + lon * lon;
    }
}

package town.nagar.sample.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import town.nagar.contracts.Domain;
import town.nagar.contracts.places.Names;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.PlaceKind;
import town.nagar.contracts.places.Point;
import town.nagar.contracts.places.Sensor;
import town.nagar.sample.folder.GeoJson;

/** The places and sensors of a town in the making; every sensor of it is simulated. */
public final class Layout {
    static final String SIMULATED = "simulated";

    private final List<Place> places = new ArrayList<>();
    private final List<Sensor> sensors = new ArrayList<>();

    public List<Place> places() {
        return Collections.unmodifiableList(places);
    }

    public List<Sensor> sensors() {
        return Collections.unmodifiableList(sensors);
    }

    public void addAll(Stream<Place> more) {
        more.forEach(places::add);
    }

    void add(Place place) {
        places.add(place);
    }

    void add(Sensor sensor) {
        sensors.add(sensor);
    }

    static Place invented(
            String id,
            PlaceKind kind,
            Names names,
            Point point,
            Map<String, Double> figures,
            Map<String, String> labels) {
        SortedMap<String, String> all = new TreeMap<>(labels);
        all.put(SIMULATED, "true");
        return new Place(id, kind, names, point, GeoJson.point(point), new TreeMap<>(figures), all);
    }

    static Sensor sensor(
            String id,
            Domain domain,
            Place place,
            String type,
            Names names,
            Point point,
            int intervalSeconds,
            Map<String, String> labels) {
        SortedMap<String, String> all = new TreeMap<>(labels);
        all.put(SIMULATED, "true");
        return new Sensor(
                id,
                domain,
                place.id(),
                type,
                names,
                point,
                intervalSeconds,
                true,
                true,
                new TreeMap<>(),
                all);
    }
}

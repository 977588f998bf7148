package town.nagar.data.places;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import town.nagar.contracts.Domain;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.Sensor;

/** Who measures and where, as known at one moment. */
public final class Registry {
    private static final Registry EMPTY = new Registry(List.of(), List.of());

    private final Map<String, Sensor> sensors;
    private final Map<String, Place> places;
    private final Map<String, List<Sensor>> sensorsByPlace;

    public Registry(List<Sensor> sensors, List<Place> places) {
        this.sensors = sensors.stream().collect(Collectors.toMap(Sensor::id, Function.identity()));
        this.places = places.stream().collect(Collectors.toMap(Place::id, Function.identity()));
        sensorsByPlace = sensors.stream().collect(Collectors.groupingBy(Sensor::placeId));
    }

    static Registry empty() {
        return EMPTY;
    }

    /** The sensor of a domain; ids of different domains may be alike. */
    public Optional<Sensor> findSensor(Domain domain, String id) {
        return Optional.ofNullable(sensors.get(id)).filter(sensor -> sensor.domain() == domain);
    }

    public Optional<Place> findPlace(String id) {
        return Optional.ofNullable(places.get(id));
    }

    /** The sensors of a domain that speak of a place. */
    public List<Sensor> listSensors(Domain domain, String placeId) {
        return sensorsByPlace.getOrDefault(placeId, List.of()).stream()
                .filter(sensor -> sensor.domain() == domain)
                .toList();
    }

    /** All sensors of a domain, by id. */
    public List<Sensor> listSensors(Domain domain) {
        return sensors.values().stream()
                .filter(sensor -> sensor.domain() == domain)
                .sorted(java.util.Comparator.comparing(Sensor::id))
                .toList();
    }
}

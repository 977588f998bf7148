package town.nagar.sample.sensing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import town.nagar.contracts.Domain;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.PlaceKind;
import town.nagar.contracts.places.Sensor;
import town.nagar.sample.chance.Chance;
import town.nagar.sample.folder.TownFolder;

/** Which model each sensor of a town follows, and what the models share. */
final class SensorModels {
    private static final int QUEUE_LINKS = 2;

    private final TownFolder town;
    private final FireworkNights fireworks;
    private final Chance chance;
    private final TownWeather weather;
    private final Incidents incidents;
    private final Leaks leaks;
    private final Faults faults;
    private final Map<String, Integer> wardNumbers = new HashMap<>();
    private final Map<String, Integer> watchedRoads = new HashMap<>();
    private final Map<String, List<Incidents.Source>> sources = new HashMap<>();

    SensorModels(TownFolder town, Chance chance, FireworkNights fireworks) {
        this.town = town;
        this.fireworks = fireworks;
        this.chance = chance;
        this.weather = new TownWeather(chance);
        this.incidents = new Incidents(chance);
        this.leaks = new Leaks(chance);
        this.faults = new Faults(chance);
        town.places().stream()
                .filter(place -> place.kind() == PlaceKind.ZONE)
                .forEach(zone -> wardNumbers.put(zone.id(), wardNumbers.size()));
        town.sensors().stream()
                .filter(sensor -> sensor.domain() == Domain.TRAFFIC)
                .forEach(sensor -> watchedRoads.putIfAbsent(sensor.placeId(), watchedRoads.size()));
        watchedRoads.forEach(this::spreadQueue);
    }

    /** Lets a watched road's incidents be felt on it and on the links behind it. */
    private void spreadQueue(String road, int number) {
        Set<String> reached = new HashSet<>();
        List<String> edge = List.of(road);
        for (int links = 0; links <= QUEUE_LINKS; links++) {
            List<String> behind = new ArrayList<>();
            for (String each : edge) {
                if (reached.add(each)) {
                    sources.computeIfAbsent(each, _ -> new ArrayList<>())
                            .add(new Incidents.Source(number, links));
                    behind.addAll(upstream(each));
                }
            }
            edge = behind;
        }
    }

    private List<String> upstream(String road) {
        String ids = town.findPlace(road).map(place -> place.label("upstream")).orElse("");
        return ids.isEmpty() ? List.of() : List.of(ids.split(" "));
    }

    /**
     * @param number of the sensor, from 0
     */
    SensorModel of(int number, Sensor sensor) {
        Place place = town.findPlace(sensor.placeId()).orElseThrow();
        return switch (sensor.domain()) {
            case TRAFFIC ->
                    new TrafficModel(
                            number,
                            sensor,
                            place,
                            sources.getOrDefault(place.id(), List.of()),
                            incidents,
                            weather,
                            chance);
            case POLLUTION -> new AirModel(number, place, weather, fireworks, chance);
            case WATER ->
                    new WaterModel(
                            number, wardNumber(place), sensor, place, leaks, weather, chance);
            case AGRICULTURE ->
                    new FieldModel(number, sensor.intervalSeconds(), place, weather, chance);
            case MARKET ->
                    new MandiModel(
                            number,
                            sensor.labels().getOrDefault("commodity", ""),
                            fireworks,
                            chance);
            case WEATHER -> new WeatherModel(weather, sensor.intervalSeconds());
        };
    }

    private int wardNumber(Place zone) {
        return wardNumbers.getOrDefault(zone.id(), 0);
    }

    Map<String, Integer> watchedRoads() {
        return Map.copyOf(watchedRoads);
    }

    Map<String, Integer> wardNumbers() {
        return Map.copyOf(wardNumbers);
    }

    TownWeather weather() {
        return weather;
    }

    Incidents incidents() {
        return incidents;
    }

    Leaks leaks() {
        return leaks;
    }

    Faults faults() {
        return faults;
    }
}

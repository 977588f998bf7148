package town.nagar.sample.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.Sensor;

/** A town as it lies on disk, read and checked once. */
public final class TownFolder {
    public static final String TOWN_FILE = "town.json";
    public static final String PLACES_FILE = "places.jsonl";
    public static final String SENSORS_FILE = "sensors.jsonl";
    public static final String WARDS_FILE = "wards.geojson";
    public static final String ROADS_FILE = "roads.geojson";
    public static final String BARRIERS_FILE = "barriers.geojson";
    public static final String WATER_FILE = "water.inp";

    private final Path folder;
    private final TownInfo info;
    private final Map<String, Place> places;
    private final List<Sensor> sensors;

    private TownFolder(
            Path folder, TownInfo info, Map<String, Place> places, List<Sensor> sensors) {
        this.folder = folder;
        this.info = info;
        this.places = Collections.unmodifiableMap(places);
        this.sensors = List.copyOf(sensors);
    }

    /**
     * Reads and checks a town folder.
     *
     * @throws TownFolderException if a file is missing or wrong; the message names file, line,
     *     field
     * @throws IOException if a file cannot be read
     */
    public static TownFolder open(Path folder) throws IOException {
        for (String file : List.of(TOWN_FILE, PLACES_FILE, SENSORS_FILE, WARDS_FILE, ROADS_FILE)) {
            requireFile(folder.resolve(file));
        }
        TownInfo info = ContractFile.readOne(folder.resolve(TOWN_FILE), TownInfo.class);
        Map<String, Place> places = readPlaces(folder.resolve(PLACES_FILE));
        List<Sensor> sensors = readSensors(folder.resolve(SENSORS_FILE), places.keySet());
        return new TownFolder(folder, info, places, sensors);
    }

    private static void requireFile(Path file) throws TownFolderException {
        if (!Files.isRegularFile(file)) {
            throw new TownFolderException(
                    "%s: missing; make a town by 'town generate' or 'town import'".formatted(file));
        }
    }

    private static Map<String, Place> readPlaces(Path file) throws IOException {
        Map<String, Place> places = new LinkedHashMap<>();
        ContractFile.readLines(
                file,
                Place.class,
                (place, line) -> {
                    if (places.putIfAbsent(place.id(), place) != null) {
                        throw ContractFile.wrong(
                                file, line, "id", "'%s' is there twice".formatted(place.id()));
                    }
                });
        return places;
    }

    private static List<Sensor> readSensors(Path file, Set<String> placeIds) throws IOException {
        Set<String> ids = new HashSet<>();
        return ContractFile.readLines(
                file,
                Sensor.class,
                (sensor, line) -> {
                    if (!ids.add(sensor.id())) {
                        throw ContractFile.wrong(
                                file, line, "id", "'%s' is there twice".formatted(sensor.id()));
                    }
                    if (!placeIds.contains(sensor.placeId())) {
                        throw ContractFile.wrong(
                                file,
                                line,
                                "place_id",
                                "'%s' is none of the places in %s"
                                        .formatted(sensor.placeId(), PLACES_FILE));
                    }
                });
    }

    public TownInfo info() {
        return info;
    }

    /** In the order of the file. */
    public List<Place> places() {
        return List.copyOf(places.values());
    }

    /** In the order of the file. */
    public List<Sensor> sensors() {
        return sensors;
    }

    public Optional<Place> findPlace(String id) {
        return Optional.ofNullable(places.get(id));
    }

    public Path wardsFile() {
        return folder.resolve(WARDS_FILE);
    }

    public Path roadsFile() {
        return folder.resolve(ROADS_FILE);
    }

    /** The water network as an EPANET input file, if the town has one. */
    public Optional<Path> findWaterNetworkFile() {
        Path file = folder.resolve(WATER_FILE);
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }
}

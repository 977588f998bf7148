package town.nagar.checks.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import town.nagar.contracts.Domain;
import town.nagar.contracts.json.ContractJson;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.PlaceKind;
import town.nagar.contracts.places.Sensor;
import town.nagar.sample.GenerateCommand;
import town.nagar.sample.folder.TownFolder;

/** The sample town with more traffic sensors, spread over its roads. */
final class BenchTown {
    private BenchTown() {}

    /** Writes the town into a new folder. */
    static void write(Path folder, List<String> sensorIds) throws IOException {
        PrintStream quiet =
                new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        String[] args = {"--seed", "2026", "--population", "50000", "--out", folder.toString()};
        if (GenerateCommand.run(args, quiet, quiet) != 0) {
            throw new IOException("the sample town cannot be generated in " + folder);
        }
        List<Place> roads = new ArrayList<>(TownFolder.open(folder).places());
        roads.removeIf(place -> place.kind() != PlaceKind.ROAD);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < sensorIds.size(); i++) {
            lines.add(line(sensorIds.get(i), roads.get(i % roads.size())));
        }
        Files.write(folder.resolve(TownFolder.SENSORS_FILE), lines, StandardOpenOption.APPEND);
    }

    private static String line(String id, Place road) {
        Sensor sensor =
                new Sensor(
                        id,
                        Domain.TRAFFIC,
                        road.id(),
                        "loop",
                        road.names(),
                        road.point(),
                        0,
                        true,
                        true,
                        Collections.unmodifiableSortedMap(new TreeMap<>()),
                        Collections.unmodifiableSortedMap(new TreeMap<>()));
        return new String(ContractJson.write(sensor), StandardCharsets.UTF_8);
    }
}

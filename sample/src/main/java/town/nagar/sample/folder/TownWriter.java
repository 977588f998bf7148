package town.nagar.sample.folder;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import town.nagar.contracts.json.ContractJson;
import town.nagar.contracts.places.Names;
import town.nagar.sample.roads.RoadGraph;
import town.nagar.sample.roads.RoadLink;

/** Writes a town folder, all of it or nothing. */
public final class TownWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TownWriter() {}

    /**
     * Writes the town into the folder; a town folder that is already there is replaced.
     *
     * @throws TownFolderException if the folder holds something that is no town
     * @throws IOException if it cannot be written; then the folder is as it was
     */
    public static void write(Town town, Path folder) throws IOException {
        Path target = folder.toAbsolutePath().normalize();
        requireEmptyOrTown(target);
        Files.createDirectories(parent(target));
        Path fresh = beside(target, "new");
        delete(fresh);
        try {
            Files.createDirectory(fresh);
            writeFiles(town, fresh);
            replace(target, fresh);
        } finally {
            delete(fresh);
        }
    }

    private static Path parent(Path target) throws TownFolderException {
        Path parent = target.getParent();
        if (parent == null) {
            throw new TownFolderException("%s: a town needs a folder of its own".formatted(target));
        }
        return parent;
    }

    private static void requireEmptyOrTown(Path target) throws IOException {
        if (!Files.exists(target) || Files.exists(target.resolve(TownFolder.TOWN_FILE))) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new TownFolderException("%s: is a file, not a folder".formatted(target));
        }
        try (Stream<Path> entries = Files.list(target)) {
            if (entries.findAny().isPresent()) {
                throw new TownFolderException(
                        "%s: holds files but no %s; give an empty or new folder"
                                .formatted(target, TownFolder.TOWN_FILE));
            }
        }
    }

    private static void writeFiles(Town town, Path folder) throws IOException {
        Files.write(folder.resolve(TownFolder.TOWN_FILE), pretty(town.info()));
        writeLines(folder.resolve(TownFolder.PLACES_FILE), town.places());
        writeLines(folder.resolve(TownFolder.SENSORS_FILE), town.sensors());
        boolean simulated = town.info().simulated();
        writeFeatures(folder, TownFolder.WARDS_FILE, town.wards(), ward -> ward(ward, simulated));
        RoadGraph roads = town.roads();
        writeFeatures(
                folder, TownFolder.ROADS_FILE, roads.links(), link -> road(roads, link, simulated));
        writeFeatures(
                folder,
                TownFolder.BARRIERS_FILE,
                town.barriers(),
                each -> barrier(each, simulated));
        if (!town.waterNetwork().isEmpty()) {
            Files.writeString(folder.resolve(TownFolder.WATER_FILE), town.waterNetwork());
        }
    }

    private static byte[] pretty(TownInfo info) throws IOException {
        String text =
                JSON.readTree(ContractJson.write(info)).toPrettyString().replace("\r\n", "\n");
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void writeLines(Path file, List<?> contracts) throws IOException {
        String text =
                contracts.stream()
                        .map(each -> new String(ContractJson.write(each), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(file, text);
    }

    private static <T> void writeFeatures(
            Path folder, String file, List<T> things, Function<T, ObjectNode> feature)
            throws IOException {
        String text =
                things.stream()
                        .map(feature)
                        .map(ObjectNode::toString)
                        .collect(
                                Collectors.joining(
                                        ",\n",
                                        "{\"type\":\"FeatureCollection\",\"features\":[\n",
                                        "\n]}\n"));
        Files.writeString(folder.resolve(file), text);
    }

    private static ObjectNode ward(Ward ward, boolean simulated) {
        ObjectNode feature = feature(ward.id(), GeoJson.polygons(ward.polygons()));
        return feature.set(
                "properties",
                properties(ward.id(), ward.names(), simulated)
                        .put("population", ward.population())
                        .put("area_km2", ward.areaKm2()));
    }

    private static ObjectNode road(RoadGraph roads, RoadLink link, boolean simulated) {
        ObjectNode properties = properties(link.id(), link.names(), simulated);
        properties
                .put("class", link.roadClass().word())
                .put("road", link.road())
                .put("from_node", link.fromNode())
                .put("to_node", link.toNode())
                .put("lanes", link.lanes())
                .put("free_flow_kmh", link.freeFlowKmh())
                .put("capacity_pcu_per_hour", link.capacityPcuPerHour())
                .put("length_m", link.lengthM())
                .put("bridge", link.bridge())
                .put("ward", link.wardId())
                .put("upstream", upstream(roads, link));
        return feature(link.id(), GeoJson.lineString(link.line())).set("properties", properties);
    }

    /** The ids of the links that lead into this one, joined by blanks. */
    public static String upstream(RoadGraph roads, RoadLink link) {
        return roads.upstreamOf(link).stream().map(RoadLink::id).collect(Collectors.joining(" "));
    }

    private static ObjectNode barrier(Barrier barrier, boolean simulated) {
        return feature(barrier.id(), GeoJson.lineString(barrier.line()))
                .set(
                        "properties",
                        properties(barrier.id(), barrier.names(), simulated)
                                .put("kind", barrier.kind()));
    }

    private static ObjectNode feature(String id, String geometry) {
        return JSON.createObjectNode()
                .put("type", "Feature")
                .put("id", id)
                .putRawValue("geometry", new RawValue(geometry));
    }

    private static ObjectNode properties(String id, Names names, boolean simulated) {
        return JSON.createObjectNode()
                .put("id", id)
                .put("name", names.en())
                .put("name_hi", names.hi())
                .put("name_gu", names.gu())
                .put("simulated", simulated);
    }

    private static void replace(Path target, Path fresh) throws IOException {
        if (!Files.exists(target)) {
            Files.move(fresh, target);
            return;
        }
        Path old = beside(target, "old");
        delete(old);
        Files.move(target, old);
        Files.move(fresh, target);
        delete(old);
    }

    private static Path beside(Path target, String what) {
        return target.resolveSibling(".%s.%s".formatted(target.getFileName(), what));
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(TownWriter::deleteOne);
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

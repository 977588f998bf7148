package town.nagar.sample.maps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import town.nagar.contracts.places.Names;
import town.nagar.contracts.places.Point;
import town.nagar.sample.folder.TownFolderException;
import town.nagar.sample.folder.Ward;

/** Reads ward boundaries: a GeoJSON collection of named polygons; heights are passed over. */
final class WardFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,3})[ .-]+(.+)");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Path file;
    private final Set<String> ids = new HashSet<>();

    private WardFile(Path file) {
        this.file = file;
    }

    /**
     * The wards, without population.
     *
     * @throws TownFolderException if the file is wrong; the message names feature and field
     */
    static List<Ward> read(Path file) throws IOException {
        try (InputStream in = OsmFile.open(file)) {
            return new WardFile(file).wards(JSON.readTree(in));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new TownFolderException(
                    "%s:%d: is no JSON: %s".formatted(file, line, e.getOriginalMessage()));
        }
    }

    private List<Ward> wards(JsonNode collection) throws TownFolderException {
        JsonNode features = collection.path("features");
        if (!features.isArray() || features.isEmpty()) {
            throw new TownFolderException(
                    "%s: features: no GeoJSON features are there".formatted(file));
        }
        List<Ward> wards = new ArrayList<>();
        for (JsonNode feature : features) {
            wards.add(ward(feature, wards.size() + 1));
        }
        return wards;
    }

    private Ward ward(JsonNode feature, int number) throws TownFolderException {
        JsonNode properties = feature.path("properties");
        String name =
                Stream.of("Name", "name", "NAME", "ward_name", "WARD_NAME")
                        .map(key -> properties.path(key).asText("").strip())
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElseThrow(() -> wrong(number, "Name", "is missing"));
        Matcher numbered = NUMBERED.matcher(name);
        boolean hasNumber = numbered.matches();
        String id = "Z%03d".formatted(hasNumber ? Integer.parseInt(numbered.group(1)) : number);
        if (!ids.add(id)) {
            throw wrong(
                    number, "Name", "'%s' gives ward %s, which is there twice".formatted(name, id));
        }
        String plain = titleCase(hasNumber ? numbered.group(2) : name);
        Names names =
                new Names(
                        plain,
                        orElse(properties.path("name_hi").asText(""), plain),
                        orElse(properties.path("name_gu").asText(""), plain));
        return WardShapes.ward(id, names, polygons(feature.path("geometry"), number));
    }

    private static String orElse(String name, String other) {
        return name.isBlank() ? other : name;
    }

    private static String titleCase(String name) {
        return BLANKS.splitAsStream(name.strip())
                .map(word ->
                        word.substring(0, 1).toUpperCase(Locale.ROOT)
                                + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    private List<List<List<Point>>> polygons(JsonNode geometry, int number)
            throws TownFolderException {
        JsonNode coordinates = geometry.path("coordinates");
        String type = geometry.path("type").asText("none");
        return switch (type) {
            case "Polygon" -> List.of(rings(coordinates, number));
            case "MultiPolygon" -> {
                List<List<List<Point>>> polygons = new ArrayList<>();
                for (JsonNode polygon : coordinates) {
                    polygons.add(rings(polygon, number));
                }
                yield polygons;
            }
            default ->
                    throw wrong(
                            number,
                            "geometry.type",
                            "'%s'; Polygon or MultiPolygon".formatted(type));
        };
    }

    private List<List<Point>> rings(JsonNode polygon, int number) throws TownFolderException {
        List<List<Point>> rings = new ArrayList<>();
        for (JsonNode ring : polygon) {
            List<Point> points = new ArrayList<>();
            for (JsonNode position : ring) {
                points.add(point(position, number));
            }
            if (points.size() < 4 || !points.getFirst().equals(points.getLast())) {
                throw wrong(
                        number,
                        "geometry.coordinates",
                        "a ring of %d positions; 4 or more, the last equal to the first"
                                .formatted(points.size()));
            }
            rings.add(points);
        }
        if (rings.isEmpty()) {
            throw wrong(number, "geometry.coordinates", "no rings are there");
        }
        return rings;
    }

    private Point point(JsonNode position, int number) throws TownFolderException {
        if (!position.path(0).isNumber() || !position.path(1).isNumber()) {
            throw wrong(number, "geometry.coordinates", position + " is no position [lon, lat]");
        }
        try {
            return new Point(position.get(1).asDouble(), position.get(0).asDouble());
        } catch (IllegalArgumentException e) {
            throw wrong(number, "geometry.coordinates", String.valueOf(e.getMessage()));
        }
    }

    private TownFolderException wrong(int number, String field, String reason) {
        return new TownFolderException(
                "%s: feature %d: %s: %s".formatted(file, number, field, reason));
    }
}

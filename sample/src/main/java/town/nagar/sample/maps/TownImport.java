package town.nagar.sample.maps;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import town.nagar.contracts.places.Names;
import town.nagar.contracts.places.Point;
import town.nagar.sample.chance.Chance;
import town.nagar.sample.folder.Bounds;
import town.nagar.sample.folder.Town;
import town.nagar.sample.folder.TownFolderException;
import town.nagar.sample.folder.TownInfo;
import town.nagar.sample.folder.Ward;
import town.nagar.sample.layout.AirStations;
import town.nagar.sample.layout.Farms;
import town.nagar.sample.layout.Layout;
import town.nagar.sample.layout.Mandi;
import town.nagar.sample.layout.StreetPlaces;
import town.nagar.sample.layout.TownSize;
import town.nagar.sample.layout.TrafficSensors;
import town.nagar.sample.layout.WaterMeters;
import town.nagar.sample.layout.WaterTap;
import town.nagar.sample.names.Words;
import town.nagar.sample.roads.Degrees;
import town.nagar.sample.roads.RoadGraph;

/** Makes a town of maps: the streets, wards and pipes are real, the sensors simulated. */
public final class TownImport {
    private static final double PEOPLE_A_KM2 = 10_000;
    private static final int TAPS = 12;
    private static final int TRIES_A_TAP = 200;
    private static final String OSM_CREDIT =
            "Streets: © OpenStreetMap contributors, Open Database License (ODbL) 1.0,"
                    + " https://www.openstreetmap.org/copyright";

    private final Sources sources;
    private final Chance chance = new Chance(1);
    private final List<String> assumptions = new ArrayList<>();
    private final List<String> attribution = new ArrayList<>();

    /**
     * Where to read.
     *
     * @param osm OSM XML, packed or not, or PBF
     * @param wards GeoJSON polygons, packed or not
     * @param network an EPANET input file
     * @param population people, if known
     */
    public record Sources(
            String name,
            Optional<Path> osm,
            Optional<Path> wards,
            Optional<Path> network,
            OptionalLong population) {}

    private TownImport(Sources sources) {
        this.sources = sources;
    }

    /**
     * Reads the sources and puts a town together.
     *
     * @throws TownFolderException if there is no source of the town's place, or one is wrong
     */
    public static Town read(Sources sources) throws IOException {
        if (sources.osm().isEmpty() && sources.wards().isEmpty()) {
            throw new TownFolderException(
                    "--osm or --wards is needed: a pipe network alone does not say where it lies");
        }
        return new TownImport(sources).town();
    }

    private Town town() throws IOException {
        Optional<OsmData> osm = readOsm();
        List<Ward> wards = readWards(osm);
        RoadGraph roads = readRoads(osm, wards);
        Optional<NetworkFile.Network> network = readNetwork();
        Bounds bounds = bounds(osm, wards);
        Layout layout = layout(roads, wards, bounds);
        return new Town(
                info(wards, roads, layout, network, bounds),
                wards,
                roads,
                List.of(),
                network.map(NetworkFile.Network::text).orElse(""),
                layout.places(),
                layout.sensors());
    }

    private Optional<OsmData> readOsm() throws IOException {
        if (sources.osm().isEmpty()) {
            return Optional.empty();
        }
        OsmData data = OsmFile.read(sources.osm().get());
        if (data.findBounds().isEmpty()) {
            throw new TownFolderException("%s: has no nodes".formatted(sources.osm().get()));
        }
        attribution.add(OSM_CREDIT);
        return Optional.of(data);
    }

    private List<Ward> readWards(Optional<OsmData> osm) throws IOException {
        List<Ward> bare = new ArrayList<>();
        if (sources.wards().isPresent()) {
            bare.addAll(WardFile.read(sources.wards().get()));
            attribution.add(
                    "Wards: from %s; name its publisher where the town is shown"
                            .formatted(sources.wards().get().getFileName()));
        } else {
            Bounds bounds = osm.flatMap(OsmData::findBounds).orElseThrow();
            Names name = Words.numbered(Words.word("ward_of_import"), 1);
            bare.add(WardShapes.box("Z001", name, bounds));
            assumptions.add("No wards given: one ward is the box of the street map.");
        }
        return populated(bare);
    }

    /** Gives people to wards by area. */
    private List<Ward> populated(List<Ward> bare) {
        double areaKm2 = bare.stream().mapToDouble(Ward::areaKm2).sum();
        long people = sources.population().orElse(Math.round(areaKm2 * PEOPLE_A_KM2));
        assumptions.add(
                sources.population().isPresent()
                        ? "Population: %d as given, shared among wards by area.".formatted(people)
                        : "Population not given: %d assumed, %.0f a km², shared among wards by area."
                                .formatted(people, PEOPLE_A_KM2));
        List<Ward> wards = new ArrayList<>();
        double soFar = 0;
        long given = 0;
        for (Ward ward : bare) {
            soFar += ward.areaKm2();
            long upToHere = Math.round(people * soFar / areaKm2);
            wards.add(WardShapes.withPopulation(ward, upToHere - given));
            given = upToHere;
        }
        return wards;
    }

    private RoadGraph readRoads(Optional<OsmData> osm, List<Ward> wards)
            throws TownFolderException {
        if (osm.isEmpty()) {
            assumptions.add("No street map given: there are no roads and no traffic sensors.");
            return new RoadGraph(List.of());
        }
        Bounds clip = osm.get().findBounds().orElseThrow();
        OsmStreets.Result streets = OsmStreets.of(osm.get(), clip, wards);
        if (streets.roads().links().isEmpty()) {
            throw new TownFolderException(
                    "%s: no streets for cars are left within the bounds %s"
                            .formatted(sources.osm().orElseThrow(), clip));
        }
        assumptions.addAll(streets.assumptions());
        return streets.roads();
    }

    private Optional<NetworkFile.Network> readNetwork() throws IOException {
        if (sources.network().isEmpty()) {
            assumptions.add("No pipe network given: there is no water.inp; pressures are assumed.");
            return Optional.empty();
        }
        return Optional.of(NetworkFile.read(sources.network().get()));
    }

    private static Bounds bounds(Optional<OsmData> osm, List<Ward> wards) {
        Stream<Point> corners =
                wards.stream()
                        .flatMap(ward -> ward.polygons().stream())
                        .flatMap(rings -> rings.getFirst().stream());
        Stream<Point> mapped =
                osm.flatMap(OsmData::findBounds).stream()
                        .flatMap(box ->
                                Stream.of(
                                        new Point(box.south(), box.west()),
                                        new Point(box.north(), box.east())));
        return Bounds.around(Stream.concat(corners, mapped).toList());
    }

    private Layout layout(RoadGraph roads, List<Ward> wards, Bounds bounds) {
        TownSize size = new TownSize(wards.stream().mapToLong(Ward::population).sum());
        Layout layout = new Layout();
        layout.addAll(roads.links().stream().map(link -> StreetPlaces.road(roads, link, false)));
        layout.addAll(wards.stream().map(ward -> StreetPlaces.ward(ward, false)));
        TrafficSensors.place(roads, size.trafficSensors(), chance, layout);
        AirStations.place(wards, size.airStations(), layout);
        AirStations.placeWeather(wards, bounds, layout);
        WaterMeters meters = new WaterMeters(layout);
        for (int index = 0; index < wards.size(); index++) {
            meters.place(wards.get(index), index, taps(wards.get(index), index));
        }
        Point middle = bounds.middle();
        double radiusM = Degrees.metres(middle, new Point(bounds.north(), bounds.east()));
        new Farms(new Degrees(middle), radiusM, chance, layout).place(size.farms());
        Mandi.place(Names.untranslated(sources.name()), wards.getFirst().middle(), layout);
        assumptions.add(
                "All sensors, farms and the mandi are invented; their readings are simulated.");
        return layout;
    }

    /** Points anywhere in the ward. */
    private List<WaterTap> taps(Ward ward, int index) {
        Bounds box =
                Bounds.around(
                        ward.polygons().stream()
                                .flatMap(rings -> rings.getFirst().stream())
                                .toList());
        List<WaterTap> taps = new ArrayList<>();
        taps.add(WaterTap.assumed(ward.middle()));
        for (int attempt = 0; taps.size() < TAPS && attempt < TRIES_A_TAP; attempt++) {
            Point point =
                    new Point(
                            Degrees.round(
                                    chance.between(
                                            "tap lat", index, attempt, box.south(), box.north())),
                            Degrees.round(
                                    chance.between(
                                            "tap lon", index, attempt, box.west(), box.east())));
            if (ward.holds(point)) {
                taps.add(WaterTap.assumed(point));
            }
        }
        return taps;
    }

    private TownInfo info(
            List<Ward> wards,
            RoadGraph roads,
            Layout layout,
            Optional<NetworkFile.Network> network,
            Bounds bounds) {
        TreeMap<String, Long> counts = new TreeMap<>();
        counts.put("wards", (long) wards.size());
        counts.put("road_links", (long) roads.links().size());
        counts.put("places", (long) layout.places().size());
        counts.put("sensors", (long) layout.sensors().size());
        network.ifPresent(each -> {
            counts.put("water_nodes", (long) each.nodes());
            counts.put("water_links", (long) each.links());
        });
        return new TownInfo(
                "import-" + sources.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
                Names.untranslated(sources.name()),
                "An imported town: the map is real, the sensors and their readings are simulated.",
                bounds,
                wards.stream().mapToLong(Ward::population).sum(),
                chance.seed(),
                TownInfo.GENERATOR_VERSION,
                "Asia/Kolkata",
                false,
                attribution,
                assumptions,
                counts);
    }
}

package town.nagar.sample.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import town.nagar.contracts.places.Names;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.Point;
import town.nagar.sample.chance.Chance;
import town.nagar.sample.folder.Barrier;
import town.nagar.sample.folder.Bounds;
import town.nagar.sample.folder.Town;
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
import town.nagar.sample.names.Words;
import town.nagar.sample.roads.Degrees;
import town.nagar.sample.roads.RoadGraph;

/** Invents a town of Gujarat's kind: the same seed and population make the same town. */
public final class TownGenerator {
    /** Fewest people a town can have. */
    public static final int LEAST_POPULATION = 2_000;

    /** Most people a town can have. */
    public static final int MOST_POPULATION = 1_000_000;

    /** Where the invented town lies; the real land there is farmland. */
    private static final Point MIDDLE = new Point(23.0, 72.5);

    /** People live this much denser in the middle than at the edge. */
    private static final double DENSITY_RATIO = 3;

    private final long seed;
    private final int population;
    private final Chance chance;
    private final TownSize size;
    private final Degrees degrees = new Degrees(MIDDLE);
    private final StreetLattice lattice;
    private final Wards division;
    private final List<Ward> wards;

    private TownGenerator(long seed, int population) {
        this.seed = seed;
        this.population = population;
        this.chance = new Chance(seed);
        this.size = new TownSize(population);
        this.lattice = new StreetLattice(population, chance);
        this.division = Wards.divide(lattice, size.wards(), chance);
        this.wards = wards();
    }

    /**
     * Makes the town.
     *
     * @param population 2,000 to 1,000,000
     * @throws IllegalArgumentException if the population is outside
     */
    public static Town generate(long seed, int population) {
        if (population < LEAST_POPULATION || population > MOST_POPULATION) {
            throw new IllegalArgumentException(
                    "population %d: %d to %d"
                            .formatted(population, LEAST_POPULATION, MOST_POPULATION));
        }
        return new TownGenerator(seed, population).town();
    }

    static String wardId(int ward) {
        return "Z%03d".formatted(ward + 1);
    }

    private Town town() {
        BarrierPath river = BarrierPath.river(lattice, chance);
        BarrierPath railway = BarrierPath.railway(lattice, chance);
        RoadGraph roads =
                new StreetPlan(lattice, division, List.of(river, railway), degrees, chance).links();
        WaterPlan water = waterPlan(river);
        Names name = townName();
        Layout layout = layout(roads, water, name);
        return new Town(
                info(name, roads, layout, water),
                wards,
                roads,
                List.of(barrier(river, "river"), barrier(railway, "railway")),
                InpText.of(water.network(), inpTitle(name)),
                layout.places(),
                layout.sensors());
    }

    private List<Ward> wards() {
        double[] weights =
                IntStream.range(0, division.count()).mapToDouble(this::peopleWeight).toArray();
        double total = Arrays.stream(weights).sum();
        List<Ward> list = new ArrayList<>();
        double soFar = 0;
        long given = 0;
        for (int ward = 0; ward < weights.length; ward++) {
            soFar += weights[ward];
            long upToHere = Math.round(population * soFar / total);
            list.add(ward(ward, upToHere - given));
            given = upToHere;
        }
        return list;
    }

    private double peopleWeight(int ward) {
        double halfM = lattice.side() * 163 / 2.0;
        return Arrays.stream(division.cells(ward))
                .mapToDouble(cell ->
                        StrictMath.hypot(lattice.middleEastM(cell), lattice.middleNorthM(cell)))
                .map(fromMiddleM -> 1 + (DENSITY_RATIO - 1) * Math.max(0, 1 - fromMiddleM / halfM))
                .sum();
    }

    private Ward ward(int ward, long people) {
        List<Point> ring = new ArrayList<>();
        Arrays.stream(division.ring(ward)).forEach(node -> ring.add(point(node)));
        ring.add(ring.getFirst());
        return new Ward(
                wardId(ward),
                wardName(ward),
                List.of(List.of(List.copyOf(ring))),
                people,
                areaKm2(ring),
                middle(division.middleCell(ward)));
    }

    /** By the shoelace formula. */
    private double areaKm2(List<Point> ring) {
        double twiceM2 = 0;
        for (int corner = 1; corner < ring.size(); corner++) {
            Point a = ring.get(corner - 1);
            Point b = ring.get(corner);
            twiceM2 += degrees.eastM(a) * degrees.northM(b) - degrees.eastM(b) * degrees.northM(a);
        }
        return Math.round(Math.abs(twiceM2) / 2 / 1_000) / 1_000.0;
    }

    private Point point(int node) {
        return degrees.point(lattice.eastM(node), lattice.northM(node));
    }

    private Point middle(int cell) {
        return degrees.point(lattice.middleEastM(cell), lattice.middleNorthM(cell));
    }

    private Names wardName(int ward) {
        List<Names> first = Words.list("nature");
        List<Names> last = Words.list("ward");
        int start = chance.below("ward name", 0, 0, first.size());
        int index = start + ward;
        return Words.join(first.get(index % first.size()), last.get(index % last.size()));
    }

    private Names townName() {
        List<Names> first = Words.list("town_first");
        List<Names> last = Words.list("town_last");
        return Words.fuse(
                first.get(chance.below("town", 1, 0, first.size())),
                last.get(chance.below("town", 2, 0, last.size())));
    }

    private Barrier barrier(BarrierPath path, String kind) {
        List<Point> line = path.cells().stream().map(this::middle).toList();
        List<Names> nature = Words.list("nature");
        Names names =
                Words.join(nature.get(chance.below(kind, 0, 0, nature.size())), Words.word(kind));
        return new Barrier(kind, kind, names, line);
    }

    private WaterPlan waterPlan(BarrierPath river) {
        Map<String, List<Point>> crossings = new HashMap<>();
        for (int ward = 0; ward < division.count(); ward++) {
            int[] nodes = division.nodes(ward);
            Point centre = wards.get(ward).middle();
            crossings.put(
                    wardId(ward),
                    Arrays.stream(nodes)
                            .mapToObj(this::point)
                            .sorted(Comparator.comparingDouble(at -> Degrees.metres(at, centre)))
                            .toList());
        }
        Point intake = middle(river.cells().getFirst());
        return WaterPlan.design(wards, crossings, size.tanks(), intake, degrees, chance);
    }

    private Layout layout(RoadGraph roads, WaterPlan water, Names name) {
        Layout layout = new Layout();
        layout.addAll(roads.links().stream().map(link -> StreetPlaces.road(roads, link, true)));
        layout.addAll(wards.stream().map(ward -> StreetPlaces.ward(ward, true)));
        TrafficSensors.place(roads, size.trafficSensors(), chance, layout);
        AirStations.place(wards, size.airStations(), layout);
        AirStations.placeWeather(wards, Bounds.around(townPoints()), layout);
        WaterMeters meters = new WaterMeters(layout);
        for (int ward = 0; ward < wards.size(); ward++) {
            meters.place(wards.get(ward), ward, water.taps(wards.get(ward)));
        }
        water.tankSites().forEach(meters::place);
        new Farms(degrees, radiusM(), chance, layout).place(size.farms());
        Mandi.place(name, roads.links().getFirst().middle(), layout);
        return layout;
    }

    private double radiusM() {
        return townPoints().stream()
                .mapToDouble(point -> StrictMath.hypot(degrees.eastM(point), degrees.northM(point)))
                .max()
                .orElseThrow();
    }

    private List<Point> townPoints() {
        return wards.stream()
                .flatMap(ward -> ward.polygons().getFirst().getFirst().stream())
                .toList();
    }

    private TownInfo info(Names name, RoadGraph roads, Layout layout, WaterPlan water) {
        List<Point> all =
                Stream.concat(townPoints().stream(), layout.places().stream().map(Place::point))
                        .toList();
        return new TownInfo(
                "sample-%d-%d".formatted(seed, population),
                name,
                "An invented town: streets, people, pipes and sensors are simulated.",
                Bounds.around(all),
                population,
                seed,
                TownInfo.GENERATOR_VERSION,
                "Asia/Kolkata",
                true,
                List.of(),
                List.of(
                        "Nothing here was measured; names are put together from words of nature.",
                        "Water: 135 litres a person and day, losses 15 % of the inflow.",
                        "Road capacities: design service volumes of IRC:106-1990 by class."),
                new TreeMap<>(
                        Map.of(
                                "wards", (long) wards.size(),
                                "road_links", (long) roads.links().size(),
                                "water_junctions", (long) water.network().junctions().size(),
                                "water_pipes", (long) water.network().pipes().size(),
                                "places", (long) layout.places().size(),
                                "sensors", (long) layout.sensors().size())));
    }

    private static String inpTitle(Names name) {
        return "%s: an invented town's water network (simulated: true)".formatted(name.en());
    }
}

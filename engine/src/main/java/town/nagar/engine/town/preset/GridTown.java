package town.nagar.engine.town.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import town.nagar.engine.people.Fuel;
import town.nagar.engine.people.VehicleClass;
import town.nagar.engine.town.plan.Commodity;
import town.nagar.engine.town.plan.FleetPart;
import town.nagar.engine.town.plan.Freight;
import town.nagar.engine.town.plan.Holding;
import town.nagar.engine.town.plan.HourSet;
import town.nagar.engine.town.plan.Mandi;
import town.nagar.engine.town.plan.OutsideAir;
import town.nagar.engine.town.plan.Population;
import town.nagar.engine.town.plan.Road;
import town.nagar.engine.town.plan.RoadClass;
import town.nagar.engine.town.plan.RoadNode;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.plan.WaterPlan;
import town.nagar.engine.town.plan.Works;
import town.nagar.engine.town.plan.Zone;
import town.nagar.engine.traffic.mixed.DayProfile;
import town.nagar.engine.water.network.Emitter;
import town.nagar.engine.water.network.FileUnits;
import town.nagar.engine.water.network.Junction;
import town.nagar.engine.water.network.Link;
import town.nagar.engine.water.network.Network;
import town.nagar.engine.water.network.Node;
import town.nagar.engine.water.network.Options;
import town.nagar.engine.water.network.Pattern;
import town.nagar.engine.water.network.Pipe;
import town.nagar.engine.water.network.Reservoir;
import town.nagar.engine.water.network.Times;
import town.nagar.engine.weather.Climate;
import town.nagar.engine.weather.TownClimates;

/**
 * Towns on a square lattice of roads, wards as square blocks that thin out from the middle, a water
 * main along the wards, kilns at the edge and fields around.
 */
public final class GridTown {
    private static final double USUAL_SPACING_METRES = 500;
    private static final int BLOCK = 3;

    /** Of Delhi's households with a car those with another; an assumption. */
    private static final double SECOND_CAR_SHARE = 0.25;

    private static final Options OPTIONS =
            new Options(
                    Options.HeadLossFormula.HAZEN_WILLIAMS,
                    1.02e-6,
                    1,
                    200,
                    1e-4,
                    0,
                    0,
                    10,
                    2,
                    10,
                    0,
                    new Options.DemandModel.DemandDriven(),
                    1,
                    true);
    private static final FileUnits UNITS =
            new FileUnits(FileUnits.Flow.LPS, FileUnits.Pressure.METERS);

    private final String name;
    private final int wardsAcross;
    private final double residents;
    private final Population population;
    private final Climate climate;
    private final OutsideAir outsideAir;
    private final int nodesAcross;
    private final double spacing;

    /** Streets that a line of the lattice stands for. */
    private final double many;

    private GridTown(
            String name,
            int wardsAcross,
            double residents,
            Population population,
            Climate climate,
            OutsideAir outsideAir,
            double spacing,
            double streetsALine) {
        this.name = name;
        this.wardsAcross = wardsAcross;
        this.residents = residents;
        this.population = population;
        this.climate = climate;
        this.outsideAir = outsideAir;
        this.nodesAcross = wardsAcross * BLOCK + 1;
        this.spacing = spacing;
        this.many = streetsALine;
    }

    /** A town of 100,000 in Gujarat's climate with the design's 15,700 agents. */
    public static TownPlan design() {
        return of(
                "design",
                4,
                100_000,
                Population.DESIGN,
                TownClimates.northGujarat(),
                OutsideAirs.WEST,
                USUAL_SPACING_METRES,
                1);
    }

    /**
     * A city of Delhi's size, 16 million on 1,475 km2, with its climate, standards of 2016 and the
     * fleet that India's sources count: 72 % two-wheelers, 13.3 % cars, 5.5 % goods vehicles and
     * 1.3 % buses (2009), of which goods and buses are no agents'.
     *
     * <p>It is as coarse as it is large: a line of its lattice stands for fifteen streets, one
     * every 213 m, which makes 9 km of streets a km2 with what counts as one here (an assumption:
     * half of what the city's statistics call roads), and a citizen for 1,600 people.
     */
    public static TownPlan delhiLike() {
        return delhiLike(10_000, 5_000, 500, 200);
    }

    /** The same with other numbers of agents. */
    public static TownPlan delhiLike(int citizens, int vehicles, int businesses, int farms) {
        Population usual = Population.typical(citizens, vehicles, businesses, farms);
        var population =
                new Population(
                        citizens,
                        vehicles,
                        businesses,
                        farms,
                        countedFleet(),
                        usual.taste(),
                        usual.travellingShare(),
                        usual.sundayShare(),
                        usual.electricRickshawShare(),
                        usual.incomeRupeesPerDay(),
                        usual.obedience(),
                        usual.neighbourInfluence(),
                        SECOND_CAR_SHARE,
                        usual.busesPerHour() * 3_200 / USUAL_SPACING_METRES);
        return of(
                "delhi-like",
                4,
                16_000_000,
                population,
                TownClimates.northernPlain(),
                OutsideAirs.NORTH,
                3_200,
                15);
    }

    /** A small town of one block a ward. */
    public static TownPlan small(int citizens, int vehicles, int businesses, int farms) {
        return of(
                "small",
                2,
                20_000,
                Population.typical(citizens, vehicles, businesses, farms),
                TownClimates.northGujarat(),
                OutsideAirs.WEST,
                USUAL_SPACING_METRES,
                1);
    }

    private static TownPlan of(
            String name,
            int wardsAcross,
            double residents,
            Population population,
            Climate climate,
            OutsideAir outsideAir,
            double spacing,
            double streetsALine) {
        return new GridTown(
                        name,
                        wardsAcross,
                        residents,
                        population,
                        climate,
                        outsideAir,
                        spacing,
                        streetsALine)
                .plan();
    }

    /**
     * Shares among the vehicles that are agents': 72, 13.3 and the 7.9 % that are rickshaws. Almost
     * a quarter of the cars run on CNG (School of Planning and Architecture, January 2016, by The
     * Hindu, 2016-03-21).
     */
    private static List<FleetPart> countedFleet() {
        double all = 0.72 + 0.133 + 0.079;
        double twoWheelers = 0.72 / all;
        double cars = 0.133 / all;
        double rickshaws = 0.079 / all;
        return List.of(
                new FleetPart(VehicleClass.TWO_WHEELER, Fuel.PETROL, 3, twoWheelers),
                new FleetPart(VehicleClass.CAR, Fuel.PETROL, 3, cars * 0.20),
                new FleetPart(VehicleClass.CAR, Fuel.PETROL, 4, cars * 0.30),
                new FleetPart(VehicleClass.CAR, Fuel.DIESEL, 4, cars * 0.25),
                new FleetPart(VehicleClass.CAR, Fuel.CNG, 6, cars * 0.25),
                new FleetPart(VehicleClass.AUTO_RICKSHAW, Fuel.CNG, 6, rickshaws));
    }

    private TownPlan plan() {
        List<Zone> zones = zones();
        boolean fields = population.farms() > 0;
        double side = (nodesAcross - 1) * spacing;
        return new TownPlan(
                name,
                zones,
                nodes(),
                roads(),
                water(zones),
                works(side),
                freight(zones.size()),
                fields ? holdings() : List.of(),
                List.of(
                        new Mandi("M001", side / 2, side / 2, 0.6),
                        new Mandi("M002", side + 12_000, side / 2, 0.4)),
                commodities(),
                population,
                climate,
                outsideAir);
    }

    /** Wards in the middle hold more people, and still more jobs. */
    private List<Zone> zones() {
        List<Zone> zones = new ArrayList<>();
        double sum = 0;
        double jobSum = 0;
        for (int ward = 0; ward < wardsAcross * wardsAcross; ward++) {
            sum += pull(ward, 0.5);
            jobSum += pull(ward, 1.2);
        }
        double side = BLOCK * spacing;
        for (int ward = 0; ward < wardsAcross * wardsAcross; ward++) {
            int column = ward % wardsAcross;
            int row = ward / wardsAcross;
            double people = residents * pull(ward, 0.5) / sum;
            var enters =
                    List.of(
                            node(column * BLOCK + 1, row * BLOCK + 1),
                            node(column * BLOCK + 2, row * BLOCK + 2),
                            node(column * BLOCK + 1, row * BLOCK + 2),
                            node(column * BLOCK + 2, row * BLOCK + 1));
            Zone plain =
                    Zone.of(
                            "Z%03d".formatted(ward + 1),
                            (column + 0.5) * side,
                            (row + 0.5) * side,
                            side * side / 1e6,
                            people,
                            enters);
            zones.add(
                    new Zone(
                            plain.id(),
                            plain.eastMetres(),
                            plain.northMetres(),
                            plain.areaKm2(),
                            people,
                            0.36 * residents * pull(ward, 1.2) / jobSum,
                            enters,
                            plain.hearthGramsPerSecond(),
                            plain.burntWasteKgPerDay()));
        }
        return zones;
    }

    private double pull(int ward, double steepness) {
        int column = ward % wardsAcross;
        int row = ward / wardsAcross;
        double dx = column + 0.5 - wardsAcross / 2.0;
        double dy = row + 0.5 - wardsAcross / 2.0;
        return StrictMath.exp(-steepness * Math.sqrt(dx * dx + dy * dy));
    }

    private int node(int column, int row) {
        return row * nodesAcross + column;
    }

    private List<RoadNode> nodes() {
        List<RoadNode> nodes = new ArrayList<>();
        for (int row = 0; row < nodesAcross; row++) {
            for (int column = 0; column < nodesAcross; column++) {
                nodes.add(new RoadNode(column * spacing, row * spacing));
            }
        }
        return nodes;
    }

    private List<Road> roads() {
        List<Road> roads = new ArrayList<>();
        for (int line = 0; line < nodesAcross; line++) {
            for (int step = 0; step + 1 < nodesAcross; step++) {
                bothWays(line, node(step, line), node(step + 1, line), roads);
                bothWays(line, node(line, step), node(line, step + 1), roads);
            }
        }
        return roads;
    }

    /** Lines between wards are arterials and sub-arterials in turn, those within collectors. */
    private void bothWays(int line, int from, int to, List<Road> roads) {
        RoadClass kind =
                line % BLOCK != 0
                        ? RoadClass.COLLECTOR
                        : line % (2 * BLOCK) == 0 ? RoadClass.ARTERIAL : RoadClass.SUB_ARTERIAL;
        roads.add(road(roads.size(), from, to, kind));
        roads.add(road(roads.size(), to, from, kind));
    }

    private Road road(int number, int from, int to, RoadClass kind) {
        String id = "R%04d".formatted(number + 1);
        return switch (kind) {
            case ARTERIAL -> Road.of(id, from, to, kind, spacing, 2, 1800 * many, 50);
            case SUB_ARTERIAL -> Road.of(id, from, to, kind, spacing, 2, 1200 * many, 40);
            case COLLECTOR -> Road.of(id, from, to, kind, spacing, 1, 450 * many, 30);
            case LOCAL -> Road.of(id, from, to, kind, spacing, 1, 300 * many, 20);
        };
    }

    private WaterPlan water(List<Zone> zones) {
        double litres = 135;
        double perSecond = residents * litres / 1000 / 86_400;
        List<Node> nodes = new ArrayList<>();
        List<Link> pipes = new ArrayList<>();
        for (Zone zone : zones) {
            nodes.add(new Junction("J" + zone.id(), 0, List.of(), Emitter.NONE));
        }
        nodes.add(new Reservoir("S1", 28, Pattern.NONE));
        // as wide for its longer pipes as Hazen-Williams asks for the same loss
        double longer = StrictMath.pow(spacing / USUAL_SPACING_METRES, 1 / 4.871);
        double main = longer * StrictMath.sqrt(4 * 2.2 * perSecond / Math.PI / 0.9);
        pipes.add(pipe(pipes.size(), zones.size(), 0, 800, main));
        for (int ward = 0; ward < zones.size(); ward++) {
            boolean lastColumn = ward % wardsAcross == wardsAcross - 1;
            boolean lastRow = ward / wardsAcross == wardsAcross - 1;
            if (!lastColumn) {
                pipes.add(pipe(pipes.size(), ward, ward + 1, BLOCK * spacing, main * 0.62));
            }
            if (!lastRow) {
                pipes.add(
                        pipe(pipes.size(), ward, ward + wardsAcross, BLOCK * spacing, main * 0.62));
            }
        }
        var network =
                new Network(
                        name,
                        nodes,
                        pipes,
                        List.of(),
                        List.of(),
                        OPTIONS,
                        new Times(86_400, 3600, 3600, 0, 3600, 0, 360, 0),
                        UNITS,
                        Map.of(),
                        List.of());
        List<Integer> zoneOf = new ArrayList<>();
        List<HourSet> hours = new ArrayList<>();
        for (int ward = 0; ward < zones.size(); ward++) {
            zoneOf.add(ward);
            hours.add(HourSet.of(5, 9).and(HourSet.of(17, 20)));
        }
        return new WaterPlan(
                network, zoneOf, hours, 14, residents * litres / 1000 * 1.35, 0.2, litres);
    }

    private static Pipe pipe(int number, int from, int to, double metres, double diameter) {
        return new Pipe("P" + (number + 1), from, to, metres, diameter, 120, 0, Pipe.Position.OPEN);
    }

    private List<Works> works(double side) {
        HourSet day = HourSet.of(6, 22);
        double scale = residents / 400_000;
        int last = wardsAcross * wardsAcross - 1;
        return List.of(
                new Works("K1", last, side + 1_500, side + 500, 35, 0.8 * scale, HourSet.ALL),
                new Works("K2", 0, -1_000, -1_200, 30, 0.6 * scale, HourSet.ALL),
                new Works("F1", wardsAcross - 1, side - 300, 400, 25, 0.3 * scale, day));
    }

    /** 5.5 % goods among vehicles, as lorries by night and vans by day from corner to corner. */
    private List<Freight> freight(int zones) {
        List<Double> night = new ArrayList<>();
        List<Double> day = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            night.add(hour < 7 || hour >= 22 ? 0.1 : 0.1 / 15);
            day.add(hour >= 7 && hour < 21 ? 0.9 / 14 : 0.01);
        }
        var lorries = new DayProfile(night);
        var vans = new DayProfile(day);
        double each = residents * 0.001;
        List<Freight> all = new ArrayList<>();
        int[] corners = {0, wardsAcross - 1, zones - wardsAcross, zones - 1};
        for (int from : corners) {
            for (int to : corners) {
                if (from != to) {
                    var heavy = town.nagar.norms.traffic.VehicleClass.HEAVY;
                    var light = town.nagar.norms.traffic.VehicleClass.LCV;
                    all.add(new Freight(from, to, heavy, each / 4, lorries));
                    all.add(new Freight(from, to, light, each / 2, vans));
                }
            }
        }
        return all;
    }

    private List<Holding> holdings() {
        double hectares = residents / 40;
        return List.of(
                new Holding("wheat", hectares * 0.4, 0, 32, 0.85, 300, 0.6),
                new Holding("mustard", hectares * 0.2, 1, 16, 0.6, 150, 0.5),
                new Holding("cotton", hectares * 0.25, 0, 18, 0.5, 300, 0.4),
                new Holding("potato", hectares * 0.15, 1, 240, 0.95, 350, 0.7));
    }

    /** Support prices of the marketing season 2025-26 where one is set. */
    private static List<Commodity> commodities() {
        return List.of(
                new Commodity("wheat", 2_550, -0.34, 2_425, 0.3),
                new Commodity("mustard", 6_100, -0.45, 5_950, 0.2),
                new Commodity("cotton", 7_300, -0.5, 0, 0),
                new Commodity("potato", 1_300, -0.5, 0, 0));
    }
}

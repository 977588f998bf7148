package town.nagar.sample.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import town.nagar.contracts.places.Point;
import town.nagar.norms.water.Supply;
import town.nagar.sample.chance.Chance;
import town.nagar.sample.folder.Ward;
import town.nagar.sample.generate.WaterNetwork.Junction;
import town.nagar.sample.generate.WaterNetwork.Pipe;
import town.nagar.sample.generate.WaterNetwork.Pump;
import town.nagar.sample.generate.WaterNetwork.Reservoir;
import town.nagar.sample.generate.WaterNetwork.Tank;
import town.nagar.sample.layout.Spread;
import town.nagar.sample.layout.WaterMeters.TankSite;
import town.nagar.sample.layout.WaterTap;
import town.nagar.sample.roads.Degrees;

/**
 * Designs the town's water network: a source, pumps to towers, towers to wards, one metered inlet a
 * ward.
 *
 * <p>135 litres a person and day (CPHEEO), losses of 15 % of what is let in. Pipes are sized as a
 * tree for the peak hour; a few more pipes close loops.
 */
final class WaterPlan {
    static final double LOSS_SHARE = Supply.MAX_LOSS_SHARE;

    private static final double LITRES_A_PERSON_AND_DAY =
            Supply.PIPED_WITH_SEWERAGE.litresPerCapitaDay();
    private static final double SECONDS_A_DAY = 86_400;
    private static final double PEOPLE_A_JUNCTION = 290;
    private static final double DETOUR = 1.15;
    private static final double TOWER_M = 25;
    private static final double LEAST_LEVEL_M = 0.5;
    private static final double START_LEVEL_M = 2.5;
    private static final double INITIAL_LEVEL_M = 3;
    private static final double STOP_LEVEL_M = 4.6;
    private static final double MOST_LEVEL_M = 5;
    private static final double STORED_SECONDS = 8 * 3_600;
    private static final double PUMP_SPARE = 1.5;
    private static final double TRUNK_LOSS_M_A_KM = 2;
    private static final double STREET_LOSS_M_A_KM = 4;
    private static final int LOOPS_A_WARD = 2;
    private static final double BAR_A_METRE = 0.098_066_5;

    private final List<Ward> wards;
    private final Map<String, List<Point>> crossings;
    private final Degrees degrees;
    private final Chance chance;
    private final WaterNetwork network = new WaterNetwork();
    private final Map<String, List<WaterTap>> taps = new HashMap<>();
    private final List<TankSite> tankSites = new ArrayList<>();

    private WaterPlan(
            List<Ward> wards, Map<String, List<Point>> crossings, Degrees degrees, Chance chance) {
        this.wards = wards;
        this.crossings = crossings;
        this.degrees = degrees;
        this.chance = chance;
    }

    /**
     * @param crossings the street crossings of each ward, by its id; at least two each
     * @param tanks how many towers
     * @param source where the treatment works are
     */
    static WaterPlan design(
            List<Ward> wards,
            Map<String, List<Point>> crossings,
            int tanks,
            Point source,
            Degrees degrees,
            Chance chance) {
        WaterPlan plan = new WaterPlan(wards, crossings, degrees, chance);
        plan.network.reservoirs().add(new Reservoir("SOURCE", source, plan.elevationM(source)));
        plan.layTowers(tanks);
        return plan;
    }

    WaterNetwork network() {
        return network;
    }

    /** Where meters can be put in a ward: its inlet first, then outwards. */
    List<WaterTap> taps(Ward ward) {
        return Objects.requireNonNull(taps.get(ward.id()));
    }

    List<TankSite> tankSites() {
        return List.copyOf(tankSites);
    }

    /** A gentle slope to the south-east with low swells, 40 to 65 m in a town of 50,000. */
    private double elevationM(Point point) {
        double eastM = degrees.eastM(point);
        double northM = degrees.northM(point);
        return 52
                - 0.0006 * eastM
                + 0.0004 * northM
                + chance.curve("ground east", 0, eastM / 900)
                + chance.curve("ground north", 0, northM / 900);
    }

    private void layTowers(int tanks) {
        List<Ward> middles = Spread.over(wards, Ward::middle, tanks);
        for (int index = 0; index < middles.size(); index++) {
            Ward middle = middles.get(index);
            List<Ward> served =
                    wards.stream().filter(ward -> nearest(middles, ward).equals(middle)).toList();
            layTower(index + 1, served);
        }
    }

    private static Ward nearest(List<Ward> middles, Ward ward) {
        return middles.stream()
                .min(
                        Comparator.comparingDouble(
                                each -> Degrees.metres(each.middle(), ward.middle())))
                .orElseThrow();
    }

    private void layTower(int number, List<Ward> served) {
        Ward highest =
                served.stream()
                        .max(Comparator.comparingDouble(ward -> elevationM(ward.middle())))
                        .orElseThrow();
        Point site = Objects.requireNonNull(crossings.get(highest.id())).getFirst();
        double averageLps = served.stream().mapToDouble(WaterPlan::demandLps).sum();
        Tank tank = tank(number, site, averageLps);
        network.tanks().add(tank);
        tankSites.add(new TankSite(highest.id(), tank.id(), site));
        layPump(number, tank, averageLps);
        layTrunks(tank, served);
    }

    private static double demandLps(Ward ward) {
        return ward.population() * LITRES_A_PERSON_AND_DAY / SECONDS_A_DAY / (1 - LOSS_SHARE);
    }

    private Tank tank(int number, Point site, double averageLps) {
        double volumeM3 = averageLps * STORED_SECONDS / 1_000;
        double depthM = MOST_LEVEL_M - LEAST_LEVEL_M;
        return new Tank(
                "TANK%d".formatted(number),
                site,
                elevationM(site) + TOWER_M,
                INITIAL_LEVEL_M,
                LEAST_LEVEL_M,
                MOST_LEVEL_M,
                StrictMath.sqrt(4 * volumeM3 / (StrictMath.PI * depthM)));
    }

    private void layPump(int number, Tank tank, double averageLps) {
        Reservoir source = network.reservoirs().getFirst();
        Junction delivery =
                new Junction("D%d".formatted(number), "", source.point(), source.headM(), 0);
        network.junctions().add(delivery);
        double flowLps = averageLps * PUMP_SPARE;
        double lengthM = lengthM(source.point(), tank.point());
        int diameterMm = PipeSizes.diameterMm(flowLps, TRUNK_LOSS_M_A_KM);
        double liftM = tank.floorM() + MOST_LEVEL_M - source.headM();
        double headM = liftM + PipeSizes.lossM(flowLps, lengthM, diameterMm);
        network.pumps()
                .add(
                        new Pump(
                                "PUMP%d".formatted(number),
                                source.id(),
                                delivery.id(),
                                flowLps,
                                headM,
                                tank.id(),
                                START_LEVEL_M,
                                STOP_LEVEL_M));
        network.pipes()
                .add(
                        new Pipe(
                                "RISE%d".formatted(number),
                                "",
                                delivery.id(),
                                tank.id(),
                                lengthM,
                                diameterMm));
    }

    /** Trunks from a tower to the inlets of its wards, then the wards' own pipes. */
    private void layTrunks(Tank tank, List<Ward> served) {
        List<PipeTree.Site> sites = new ArrayList<>();
        sites.add(new PipeTree.Site(tank.id(), tank.point(), 0));
        Map<String, Ward> wardOfInlet = new HashMap<>();
        for (Ward ward : served) {
            Point inlet = inlet(ward, tank);
            String id = "J%s-00".formatted(ward.id());
            wardOfInlet.put(id, ward);
            sites.add(new PipeTree.Site(id, inlet, demandLps(ward)));
            network.junctions().add(new Junction(id, ward.id(), inlet, elevationM(inlet), 0));
        }
        PipeTree trunks =
                PipeTree.over(sites, this::lengthM, InpText.peakFactor(), TRUNK_LOSS_M_A_KM);
        trunks.branches().forEach(branch -> addPipe("T-" + branch.to().id(), "", branch));
        double stillM = tank.floorM() + INITIAL_LEVEL_M;
        for (PipeTree.Site site : sites.subList(1, sites.size())) {
            Ward ward = Objects.requireNonNull(wardOfInlet.get(site.id()));
            layStreets(ward, site, stillM, trunks.peakLossM(site.id()));
        }
    }

    private Point inlet(Ward ward, Tank tank) {
        return Objects.requireNonNull(crossings.get(ward.id())).stream()
                .filter(point -> !point.equals(tank.point()))
                .min(Comparator.comparingDouble(point -> Degrees.metres(point, tank.point())))
                .orElseThrow();
    }

    /** A ward's pipes: one metered pipe from the inlet, a tree over its junctions, some loops. */
    private void layStreets(Ward ward, PipeTree.Site inlet, double stillM, double trunkLossM) {
        List<Point> points = junctionPoints(ward, inlet.point());
        double each = demandLps(ward) / points.size();
        List<PipeTree.Site> sites = new ArrayList<>();
        sites.add(inlet.without());
        for (int index = 0; index < points.size(); index++) {
            String id = "J%s-%02d".formatted(ward.id(), index + 1);
            Point point = points.get(index);
            sites.add(new PipeTree.Site(id, point, each));
            network.junctions().add(new Junction(id, ward.id(), point, elevationM(point), each));
        }
        PipeTree streets =
                PipeTree.over(sites, this::lengthM, InpText.peakFactor(), STREET_LOSS_M_A_KM);
        streets.branches().forEach(branch -> addPipe("P-" + branch.to().id(), ward.id(), branch));
        streets.loops(LOOPS_A_WARD)
                .forEach(loop -> addPipe("L-" + loop.to().id(), ward.id(), loop));
        ToDoubleFunction<String> peakM = id -> trunkLossM + streets.peakLossM(id);
        taps.put(ward.id(), sites.stream().map(site -> tap(site, stillM, peakM)).toList());
    }

    private List<Point> junctionPoints(Ward ward, Point inlet) {
        List<Point> free =
                Objects.requireNonNull(crossings.get(ward.id())).stream()
                        .filter(point -> !point.equals(inlet))
                        .sorted(Comparator.comparingDouble(point -> Degrees.metres(point, inlet)))
                        .toList();
        int wanted = Math.clamp(Math.round(ward.population() / PEOPLE_A_JUNCTION), 2, 40);
        return Spread.over(free, point -> point, Math.min(wanted, free.size()));
    }

    private WaterTap tap(PipeTree.Site site, double stillM, ToDoubleFunction<String> peakM) {
        double aboveM = stillM - elevationM(site.point());
        return new WaterTap(
                site.point(),
                site.id(),
                aboveM * BAR_A_METRE,
                (aboveM - peakM.applyAsDouble(site.id())) * BAR_A_METRE);
    }

    private void addPipe(String id, String zone, PipeTree.Branch branch) {
        network.pipes()
                .add(
                        new Pipe(
                                id,
                                zone,
                                branch.from().id(),
                                branch.to().id(),
                                branch.lengthM(),
                                branch.diameterMm()));
    }

    private double lengthM(Point from, Point to) {
        return Math.max(1, Degrees.metres(from, to) * DETOUR);
    }
}

package town.nagar.town.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.PlaceKind;
import town.nagar.engine.town.plan.Freight;
import town.nagar.engine.town.plan.HourSet;
import town.nagar.engine.town.plan.Population;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.plan.Works;
import town.nagar.engine.town.plan.Zone;
import town.nagar.engine.traffic.mixed.DayProfile;
import town.nagar.engine.weather.TownClimates;
import town.nagar.norms.traffic.VehicleClass;
import town.nagar.sample.folder.TownInfo;
import town.nagar.simulation.PlannedTown;

/** Fills a plan from what is known of a town, and says what had to be assumed. */
final class PlanOfTown {
    private static final double PEOPLE_A_KM2 = 10_000;
    private static final double LEAST_KM2 = 0.01;
    private static final double ALTITUDE_M = 50;

    /** Goods vehicles a day and resident. An assumption. */
    private static final double LIGHT_A_RESIDENT = 0.012;

    private static final double HEAVY_A_RESIDENT = 0.004;

    /** A brick kiln: 30,000 bricks of 3 kg a day at 0.18 g/kg (Weyant et al. 2014). */
    private static final double KILN_GRAMS_PER_SECOND = 30_000 * 3 * 0.18 / 86_400;

    private static final double KILN_RELEASE_M = 30;
    private static final double RESIDENTS_A_KILN = 25_000;

    private final TownInfo info;
    private final List<Place> places;
    private final Ground ground;
    private final List<String> assumptions = new ArrayList<>();

    private PlanOfTown(TownInfo info, List<Place> places) {
        this.info = info;
        this.places = places;
        this.ground = new Ground(info.bounds());
    }

    /**
     * The plan of a town.
     *
     * @param inp its pipe network as an EPANET input file; empty if it has none
     * @param inpFile what messages call that file
     * @param fingerprint differs between any two towns
     * @throws IllegalArgumentException naming what is missing or out of range
     */
    static PlannedTown of(
            TownInfo info, List<Place> places, String inp, String inpFile, String fingerprint) {
        var plan = new PlanOfTown(info, places);
        return new PlannedTown(plan.plan(inp, inpFile), fingerprint, plan.assumptions);
    }

    private TownPlan plan(String inp, String inpFile) {
        List<Place> wards = of(PlaceKind.ZONE);
        if (wards.isEmpty()) {
            throw new IllegalArgumentException("the town has no wards; allowed are one or more");
        }
        var streets = new Streets(of(PlaceKind.ROAD));
        if (streets.leftOut() > 0) {
            assumptions.add(
                    "%d road links from which or to which no way leads were left out."
                            .formatted(streets.leftOut()));
        }
        List<Zone> zones = zones(wards, streets);
        double residents = zones.stream().mapToDouble(Zone::residents).sum();
        var pipes = new Pipes(wards, residents, info.bounds(), inp, inpFile);
        assumptions.addAll(pipes.assumptions());
        var land = new FarmLand(of(PlaceKind.FIELD), of(PlaceKind.MANDI));
        if (!land.leftOut().isEmpty()) {
            assumptions.add(
                    "Fields of %s are left out: the engine has no calendar for them."
                            .formatted(String.join(", ", land.leftOut())));
        }
        Population population = population(land);
        assumptions.add(
                "Fleet, tastes, incomes, prices, goods traffic and climate are typical values, not this town's.");
        return new TownPlan(
                info.names().en(),
                zones,
                streets.nodes(ground),
                streets.roads(),
                pipes.plan(),
                works(zones, residents),
                freight(zones),
                land.holdings(population.farms()),
                land.mandis(ground),
                land.commodities(),
                population,
                TownClimates.northGujarat()
                        .at(info.bounds().middle().lat(), info.bounds().middle().lon(), ALTITUDE_M),
                SampleAir.OUTSIDE);
    }

    private List<Place> of(PlaceKind kind) {
        return places.stream().filter(place -> place.kind() == kind).toList();
    }

    private static Population population(FarmLand land) {
        Population design = Population.DESIGN;
        return land.isEmpty()
                ? Population.typical(design.citizens(), design.vehicles(), design.businesses(), 0)
                : design;
    }

    private List<Zone> zones(List<Place> wards, Streets streets) {
        boolean counted = wards.stream().anyMatch(ward -> ward.figure("population") > 0);
        if (!counted) {
            assumptions.add("No ward's people are known: 10,000 a km2 are assumed.");
        }
        return wards.stream().map(ward -> zone(ward, streets, counted)).toList();
    }

    private Zone zone(Place ward, Streets streets, boolean counted) {
        double known = ward.figure("area_km2");
        double areaKm2 = known > 0 ? Math.max(LEAST_KM2, known) : 1;
        double people = counted ? ward.figure("population") : PEOPLE_A_KM2 * areaKm2;
        return Zone.of(
                ward.id(),
                ground.eastMetres(ward.point()),
                ground.northMetres(ward.point()),
                areaKm2,
                Double.isNaN(people) ? 0 : people,
                streets.entries(ward));
    }

    /** Kilns in the outermost wards of an invented town; none where nobody told of any. */
    private List<Works> works(List<Zone> zones, double residents) {
        if (!info.simulated()) {
            assumptions.add("No works are known in the town: a curb on industry changes nothing.");
            return List.of();
        }
        List<Integer> outermost =
                IntStream.range(0, zones.size())
                        .boxed()
                        .sorted(Comparator.comparingDouble(zone -> -metresOut(zones.get(zone))))
                        .toList();
        int kilns = (int) Math.max(1, Math.round(residents / RESIDENTS_A_KILN));
        assumptions.add("%d brick kilns at the town's edge are invented.".formatted(kilns));
        return IntStream.range(0, kilns)
                .mapToObj(number -> kiln(number, outermost.get(number % zones.size()), zones))
                .toList();
    }

    private static double metresOut(Zone zone) {
        return StrictMath.hypot(zone.eastMetres(), zone.northMetres());
    }

    private static Works kiln(int number, int zone, List<Zone> zones) {
        return new Works(
                "W%03d".formatted(number + 1),
                zone,
                zones.get(zone).eastMetres(),
                zones.get(zone).northMetres(),
                KILN_RELEASE_M,
                KILN_GRAMS_PER_SECOND,
                HourSet.ALL);
    }

    /** From each ward to the one listed after it, by the number of residents. */
    private static List<Freight> freight(List<Zone> zones) {
        var freight = new ArrayList<Freight>();
        for (int from = 0; from < zones.size() && zones.size() > 1; from++) {
            int to = (from + 1) % zones.size();
            double people = zones.get(from).residents();
            freight.add(
                    new Freight(
                            from,
                            to,
                            VehicleClass.LCV,
                            LIGHT_A_RESIDENT * people,
                            DayProfile.FLAT));
            freight.add(
                    new Freight(
                            from,
                            to,
                            VehicleClass.HEAVY,
                            HEAVY_A_RESIDENT * people,
                            DayProfile.FLAT));
        }
        return freight;
    }
}

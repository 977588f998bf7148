package town.nagar.engine.town.preset;

import java.util.List;
import town.nagar.engine.people.Fuel;
import town.nagar.engine.people.VehicleClass;
import town.nagar.engine.town.plan.FleetPart;
import town.nagar.engine.town.plan.OutsideAir;
import town.nagar.engine.town.plan.Population;
import town.nagar.engine.town.plan.Population.Households;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.plan.Zone;
import town.nagar.engine.weather.Climate;
import town.nagar.engine.weather.TownClimates;

/**
 * Towns on a square lattice of roads, wards as square blocks that thin out from the middle, a water
 * main along the wards, kilns at the edge and fields around.
 */
public final class GridTown {
    private static final double USUAL_SPACING_METRES = 500;
    private static final double DELHI_SPACING_METRES = 3_200;

    /** Of Delhi's households with a car those with another; an assumption. */
    private static final double SECOND_CAR_SHARE = 0.25;

    private GridTown() {}

    /** A town of 100,000 in Gujarat's climate with the design's 15,700 agents. */
    public static TownPlan design() {
        return plan(
                "design",
                new Lattice(4, 100_000, USUAL_SPACING_METRES, 1),
                Population.DESIGN,
                TownClimates.northGujarat(),
                OutsideAirs.WEST);
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
        double buses =
                usual.travelling().busesPerHour() * DELHI_SPACING_METRES / USUAL_SPACING_METRES;
        double income = usual.households().incomeRupeesPerDay();
        var population =
                usual.withHouseholds(new Households(countedFleet(), SECOND_CAR_SHARE, income))
                        .withTravelling(usual.travelling().withBusesPerHour(buses));
        return plan(
                "delhi-like",
                new Lattice(4, 16_000_000, DELHI_SPACING_METRES, 15),
                population,
                TownClimates.northernPlain(),
                OutsideAirs.NORTH);
    }

    /** A small town of one block a ward. */
    public static TownPlan small(int citizens, int vehicles, int businesses, int farms) {
        return plan(
                "small",
                new Lattice(2, 20_000, USUAL_SPACING_METRES, 1),
                Population.typical(citizens, vehicles, businesses, farms),
                TownClimates.northGujarat(),
                OutsideAirs.WEST);
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

    private static TownPlan plan(
            String name,
            Lattice lattice,
            Population population,
            Climate climate,
            OutsideAir outsideAir) {
        List<Zone> zones = lattice.zones();
        var trade = new GridTrade(lattice);
        return new TownPlan(
                name,
                zones,
                lattice.nodes(),
                lattice.roads(),
                new GridWater(name, lattice, zones).plan(),
                trade.works(),
                trade.freight(),
                population.farms() > 0 ? trade.holdings() : List.of(),
                trade.mandis(),
                GridTrade.commodities(),
                population,
                climate,
                outsideAir);
    }
}

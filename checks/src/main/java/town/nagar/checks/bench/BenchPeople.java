package town.nagar.checks.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import town.nagar.engine.people.Businesses;
import town.nagar.engine.people.CitizenTraits;
import town.nagar.engine.people.Citizens;
import town.nagar.engine.people.FarmTraits;
import town.nagar.engine.people.Farms;
import town.nagar.engine.people.Fuel;
import town.nagar.engine.people.Mode;
import town.nagar.engine.people.ModeTaste;
import town.nagar.engine.people.NeighbourNetwork;
import town.nagar.engine.people.PlateRule;
import town.nagar.engine.people.RuleResponse;
import town.nagar.engine.people.VehicleClass;
import town.nagar.engine.people.Vehicles;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Purpose;

/** People, vehicles, businesses and farms drawn by a seed, with all it takes to step them. */
final class BenchPeople {
    private static final int ZONES = 20;
    private static final double[] MINUTES_PER_KM = {12, 5, 4, 3, 2.2, 2.5};
    private static final double[] JAMMED_MINUTES_PER_KM = {12, 5, 6, 5, 3.5, 5};

    private static final ModeTaste TASTE =
            new ModeTaste(
                    List.of(0.0, -0.5, -0.3, -0.6, 0.2, 0.1),
                    -0.05,
                    -0.03,
                    0.8,
                    List.of(0.0, 0.1, 1.5, 12.0, 2.5, 8.0),
                    List.of(0.4, 0.3, 0.3, 0.6, 0.5, 1.0));

    private static final Purpose TRAIT = new Purpose(1, "a trait of the benchmark's people");

    private final Citizens citizens;
    private final Vehicles vehicles;
    private final Businesses businesses;
    private final Farms farms;
    private final byte[] permitted;
    private final double[] air = new double[ZONES];
    private final PlateRule rule =
            new PlateRule(8, 20, Set.of(VehicleClass.CAR), Set.of(Fuel.ELECTRIC));

    BenchPeople(int people, int cars, int shops, int fields, long seed) {
        var chance = Chance.of(seed, 0);
        var traits = CitizenTraits.of(people);
        for (int one = 0; one < people; one++) {
            int leave = 6 + draw(chance, one, 2, 6);
            traits.set(
                    one,
                    draw(chance, one, 0, ZONES),
                    draw(chance, one, 1, ZONES),
                    leave,
                    leave + 7 + draw(chance, one, 3, 4),
                    0.5 + draw(chance, one, 4, 100) / 10.0,
                    draw(chance, one, 5, 1 << Mode.COUNT));
        }
        var network = NeighbourNetwork.smallWorld(people, 8, 0.1, seed);
        var response = new RuleResponse(0.4, 0.5, 0.6);
        citizens = Citizens.of(traits, network, TASTE, response, 0.2, MINUTES_PER_KM);
        vehicles = Vehicles.of(cars);
        for (int car = 0; car < cars; car++) {
            vehicles.set(
                    car,
                    VehicleClass.CAR,
                    Fuel.PETROL,
                    4,
                    draw(chance, car, 6, 10),
                    draw(chance, car, 7, people));
        }
        businesses = Businesses.of(shops);
        for (int shop = 0; shop < shops; shop++) {
            businesses.setStaffing(shop, 9, 21, 1 + draw(chance, shop, 8, 9), 5_000);
            businesses.setTrade(shop, 2 + draw(chance, shop, 9, 20), 4_500, 40, 300, 12);
        }
        var hectares = new double[fields];
        Arrays.setAll(hectares, field -> 0.5 + draw(chance, field, 10, 30) / 10.0);
        var yields = new double[fields];
        Arrays.fill(yields, 30);
        var stores = new double[fields];
        Arrays.fill(stores, 25);
        farms = Farms.of(new FarmTraits(0.3, 0.002, 20, 0.3, 0.2), hectares, yields, stores, 2400);
        permitted = new byte[people];
    }

    private static int draw(Chance chance, int agent, int trait, int below) {
        return (int) (chance.uniform(agent, trait, TRAIT) * below);
    }

    /** An hour of the citizens alone. */
    void stepCitizens(int hour, Chance chance) {
        Arrays.fill(air, hour % 24 < 9 ? 110 : 70);
        citizens.step(hour, chance, air, MINUTES_PER_KM, permitted);
    }

    /** Everyone's hour. */
    void step(int hour, Chance chance) {
        Arrays.fill(air, hour % 24 < 9 ? 110 : 70);
        double[] minutes = hour % 24 < 11 ? JAMMED_MINUTES_PER_KM : MINUTES_PER_KM;
        vehicles.permittedModes(rule, hour, permitted);
        citizens.step(hour, chance, air, minutes, permitted);
        businesses.step(hour, chance);
        if (hour % 24 == 6) {
            farms.marketDay(2300 + hour * 37 % 200);
        }
        if (hour % 240 == 0) {
            farms.sow();
            farms.harvest(hour / 240, chance, 0.9);
        }
    }
}

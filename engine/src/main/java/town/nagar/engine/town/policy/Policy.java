package town.nagar.engine.town.policy;

import java.util.List;

/**
 * What a scenario changes relative to the town's plan.
 *
 * @param name as it is printed
 * @param plates rules by number plate; a vehicle stays at home if any says so
 * @param roads multiply where several concern a road; the lowest speed limit holds
 */
public record Policy(
        String name,
        List<PlateLimit> plates,
        List<RoadChange> roads,
        BusService bus,
        WaterChange water,
        AirChange air,
        FarmSupport farms,
        Outlook outlook) {
    private static final Policy NONE =
            new Policy(
                    "none",
                    List.of(),
                    List.of(),
                    BusService.USUAL,
                    WaterChange.NONE,
                    AirChange.NONE,
                    FarmSupport.NONE,
                    Outlook.NOW);

    /** Keeps its own lists. */
    public Policy {
        plates = List.copyOf(plates);
        roads = List.copyOf(roads);
    }

    /** Nothing changes. */
    public static Policy none() {
        return NONE;
    }

    /** The same under another name. */
    public Policy named(String other) {
        return new Policy(other, plates, roads, bus, water, air, farms, outlook);
    }

    /** The same with other rules by number plate. */
    public Policy withPlates(List<PlateLimit> other) {
        return new Policy(name, other, roads, bus, water, air, farms, outlook);
    }

    /** The same with other changes of roads. */
    public Policy withRoads(List<RoadChange> other) {
        return new Policy(name, plates, other, bus, water, air, farms, outlook);
    }

    /** The same with another bus service. */
    public Policy withBus(BusService other) {
        return new Policy(name, plates, roads, other, water, air, farms, outlook);
    }

    /** The same with other changes of the water. */
    public Policy withWater(WaterChange other) {
        return new Policy(name, plates, roads, bus, other, air, farms, outlook);
    }

    /** The same with other changes of the air's sources. */
    public Policy withAir(AirChange other) {
        return new Policy(name, plates, roads, bus, water, other, farms, outlook);
    }

    /** The same with another support of farms. */
    public Policy withFarms(FarmSupport other) {
        return new Policy(name, plates, roads, bus, water, air, other, outlook);
    }

    /** The same in another future. */
    public Policy withOutlook(Outlook other) {
        return new Policy(name, plates, roads, bus, water, air, farms, other);
    }
}

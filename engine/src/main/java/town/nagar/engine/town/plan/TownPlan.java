package town.nagar.engine.town.plan;

import java.util.List;
import town.nagar.engine.agriculture.Crop;
import town.nagar.engine.agriculture.CropCalendar;
import town.nagar.engine.weather.Climate;

/**
 * All that is known of a town before its first hour. Indices count from 0; places are metres east
 * and north of one point.
 *
 * @param zones one or more; each is also a receptor of the air, at its middle
 * @param nodes where roads meet
 * @param roads one direction each
 * @param works may be none
 * @param freight may be none
 * @param holdings land of the farms; none if the population has no farm
 * @param mandis one or more if there are holdings
 * @param commodities one for what each crop of the holdings is traded as
 */
public record TownPlan(
        String name,
        List<Zone> zones,
        List<RoadNode> nodes,
        List<Road> roads,
        WaterPlan water,
        List<Works> works,
        List<Freight> freight,
        List<Holding> holdings,
        List<Mandi> mandis,
        List<Commodity> commodities,
        Population population,
        Climate climate,
        OutsideAir outsideAir) {
    /**
     * @throws IllegalArgumentException naming the part that points at nothing, and what is allowed
     */
    public TownPlan {
        zones = List.copyOf(zones);
        nodes = List.copyOf(nodes);
        roads = List.copyOf(roads);
        works = List.copyOf(works);
        freight = List.copyOf(freight);
        holdings = List.copyOf(holdings);
        mandis = List.copyOf(mandis);
        commodities = List.copyOf(commodities);
        Ranges.requireSome("zones", zones);
        Ranges.requireSome("roads", roads);
        requireRoads(zones, nodes, roads);
        requireWater(zones, water);
        requireSources(zones, works, freight);
        requireFields(holdings, mandis, commodities, population);
    }

    private static void requireRoads(List<Zone> zones, List<RoadNode> nodes, List<Road> roads) {
        double residents = 0;
        double jobs = 0;
        for (Zone zone : zones) {
            for (int node : zone.roadNodes()) {
                Ranges.requireIndex("zone %s: road node".formatted(zone.id()), node, nodes.size());
            }
            residents += zone.residents();
            jobs += zone.jobs();
        }
        Ranges.requireAbove("residents of all zones", residents, 0);
        Ranges.requireAbove("jobs of all zones", jobs, 0);
        for (Road road : roads) {
            Ranges.requireIndex("road %s: from".formatted(road.id()), road.from(), nodes.size());
            Ranges.requireIndex("road %s: to".formatted(road.id()), road.to(), nodes.size());
        }
    }

    private static void requireWater(List<Zone> zones, WaterPlan water) {
        var fed = new boolean[zones.size()];
        for (int zone : water.zoneOfJunction()) {
            if (zone != -1) {
                Ranges.requireIndex("water: zone of a junction", zone, zones.size());
                fed[zone] = true;
            }
        }
        for (int zone = 0; zone < fed.length; zone++) {
            if (!fed[zone] && zones.get(zone).residents() > 0) {
                throw new IllegalArgumentException(
                        "water: no junction feeds zone %s with its %s residents; allowed is one or more"
                                .formatted(zones.get(zone).id(), zones.get(zone).residents()));
            }
        }
        if (water.supplyHours().size() != zones.size()) {
            throw new IllegalArgumentException(
                    "water: supply hours of %d zones; allowed are %d"
                            .formatted(water.supplyHours().size(), zones.size()));
        }
    }

    private static void requireSources(List<Zone> zones, List<Works> works, List<Freight> freight) {
        for (Works one : works) {
            Ranges.requireIndex("works %s: zone".formatted(one.id()), one.zone(), zones.size());
        }
        for (Freight one : freight) {
            Ranges.requireIndex("freight: from zone", one.fromZone(), zones.size());
            Ranges.requireIndex("freight: to zone", one.toZone(), zones.size());
        }
    }

    private static void requireFields(
            List<Holding> holdings,
            List<Mandi> mandis,
            List<Commodity> commodities,
            Population population) {
        if (holdings.isEmpty() && population.farms() > 0) {
            throw new IllegalArgumentException(
                    "%d farms but no holding; allowed is land for them"
                            .formatted(population.farms()));
        }
        for (Holding holding : holdings) {
            Ranges.requireIndex(holding.crop() + ": mandi", holding.mandi(), mandis.size());
            String produce = produce(holding.crop());
            if (commodities.stream().noneMatch(c -> c.crop().equals(produce))) {
                throw new IllegalArgumentException(
                        "%s is grown but no mandi trades it; allowed are %s"
                                .formatted(
                                        holding.crop(),
                                        commodities.stream().map(Commodity::crop).toList()));
            }
        }
    }

    /** What a crop is traded as; itself if the calendar does not have it. */
    private static String produce(String crop) {
        return CropCalendar.find(crop).map(Crop::produce).orElse(crop);
    }

    /** The same town with other agents. */
    public TownPlan withPopulation(Population other) {
        return new TownPlan(
                name,
                zones,
                nodes,
                roads,
                water,
                works,
                freight,
                holdings,
                mandis,
                commodities,
                other,
                climate,
                outsideAir);
    }

    /** People who live in the town. */
    public double residents() {
        return zones.stream().mapToDouble(Zone::residents).sum();
    }
}

package town.nagar.engine.town.plan;

import java.util.List;
import town.nagar.engine.water.network.Network;

/**
 * The town's water: its network and who is fed by it.
 *
 * @param network demands of its own are not used; those of the zones are put in their place
 * @param zoneOfJunction one a junction: the zone it feeds, or -1
 * @param supplyHours one a zone: when its valves are open
 * @param storageHours of mean demand that a zone's roof and ground tanks hold, from 0
 * @param productionM3PerDay most that the sources give in a day, above 0
 * @param lossShare of the water put in that leaks at mean demand with all valves open, 0 to 0.9
 * @param litresPerHeadDay what a resident would use, above 0
 */
public record WaterPlan(
        Network network,
        List<Integer> zoneOfJunction,
        List<HourSet> supplyHours,
        double storageHours,
        double productionM3PerDay,
        double lossShare,
        double litresPerHeadDay) {
    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public WaterPlan {
        zoneOfJunction = List.copyOf(zoneOfJunction);
        supplyHours = List.copyOf(supplyHours);
        Ranges.requireBetween("water: storage, h", storageHours, 0, 240);
        Ranges.requireAbove("water: production, m3/day", productionM3PerDay, 0);
        Ranges.requireBetween("water: loss share", lossShare, 0, 0.9);
        Ranges.requireBetween("water: litres a head and day", litresPerHeadDay, 1, 1000);
        if (zoneOfJunction.size() != network.junctionCount()) {
            throw new IllegalArgumentException(
                    "water: zones of %d junctions; the network has %d"
                            .formatted(zoneOfJunction.size(), network.junctionCount()));
        }
    }
}

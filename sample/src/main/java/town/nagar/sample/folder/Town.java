package town.nagar.sample.folder;

import java.util.List;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.Sensor;
import town.nagar.sample.roads.RoadGraph;

/**
 * All of a town, before it is written.
 *
 * @param waterNetwork the water network as an EPANET input file; empty if there is none
 * @param places everything sensors speak of, roads and wards included
 */
public record Town(
        TownInfo info,
        List<Ward> wards,
        RoadGraph roads,
        List<Barrier> barriers,
        String waterNetwork,
        List<Place> places,
        List<Sensor> sensors) {
    public Town {
        wards = List.copyOf(wards);
        barriers = List.copyOf(barriers);
        places = List.copyOf(places);
        sensors = List.copyOf(sensors);
    }
}

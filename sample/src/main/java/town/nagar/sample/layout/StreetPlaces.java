package town.nagar.sample.layout;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.PlaceKind;
import town.nagar.sample.folder.GeoJson;
import town.nagar.sample.folder.TownWriter;
import town.nagar.sample.folder.Ward;
import town.nagar.sample.roads.RoadGraph;
import town.nagar.sample.roads.RoadLink;

/** Roads and wards as places. */
public final class StreetPlaces {
    private StreetPlaces() {}

    /**
     * @param simulated whether the streets are invented
     */
    public static Place road(RoadGraph roads, RoadLink link, boolean simulated) {
        SortedMap<String, String> labels = new TreeMap<>();
        labels.put("class", link.roadClass().word());
        labels.put("road", link.road());
        labels.put("from_node", Long.toString(link.fromNode()));
        labels.put("to_node", Long.toString(link.toNode()));
        labels.put("upstream", TownWriter.upstream(roads, link));
        labels.put("zone", link.wardId());
        labels.put(Layout.SIMULATED, Boolean.toString(simulated));
        return new Place(
                link.id(),
                PlaceKind.ROAD,
                link.names(),
                link.middle(),
                GeoJson.lineString(link.line()),
                new TreeMap<>(
                        Map.of(
                                "capacity_pcu_per_hour", link.capacityPcuPerHour(),
                                "free_flow_kmh", link.freeFlowKmh(),
                                "length_m", link.lengthM(),
                                "lanes", (double) link.lanes())),
                labels);
    }

    /**
     * @param simulated whether the ward is invented
     */
    public static Place ward(Ward ward, boolean simulated) {
        SortedMap<String, Double> figures = new TreeMap<>();
        figures.put("area_km2", ward.areaKm2());
        if (ward.population() > 0) {
            figures.put("population", (double) ward.population());
        }
        return new Place(
                ward.id(),
                PlaceKind.ZONE,
                ward.names(),
                ward.middle(),
                GeoJson.polygons(ward.polygons()),
                figures,
                new TreeMap<>(Map.of(Layout.SIMULATED, Boolean.toString(simulated))));
    }
}

package town.nagar.contracts.places;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A road, zone, station, field or mandi of the town.
 *
 * @param point a point on it, for maps and for its weather
 * @param geometry its shape as a GeoJSON geometry, [lon, lat]; never empty
 * @param figures what is known in numbers. Roads: {@code capacity_pcu_per_hour}, {@code
 *     free_flow_kmh}, {@code length_m}, {@code lanes}. Zones: {@code population}. Fields: {@code
 *     area_ha}, {@code field_capacity}, {@code wilting_point} (% by volume), {@code root_depth_m},
 *     {@code ky}, {@code kc}.
 * @param labels what is known in words. Roads: {@code class}, {@code upstream} (road ids joined by
 *     blanks), {@code zone}. Fields: {@code crop}, {@code soil}, {@code season}. Every simulated
 *     place: {@code simulated=true}.
 */
public record Place(
        String id,
        PlaceKind kind,
        Names names,
        Point point,
        String geometry,
        SortedMap<String, Double> figures,
        SortedMap<String, String> labels) {
    public Place {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /** The figure, or NaN if it is not known. */
    public double figure(String name) {
        return figures.getOrDefault(name, Double.NaN);
    }

    /** The label, or the empty word if it is not known. */
    public String label(String name) {
        return labels.getOrDefault(name, "");
    }
}

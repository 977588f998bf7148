package town.nagar.contracts.places;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Quantity;

/**
 * An entry of the sensor registry.
 *
 * @param placeId the road, station, zone, field, mandi or weather station it speaks of
 * @param type what it is, such as {@code loop}, {@code camera}, {@code caaqms}, {@code
 *     residential_meter}, {@code mandi_report}
 * @param intervalSeconds how often it reports; 0 if not known
 * @param verified false until a person confirmed a sensor that announced itself
 * @param simulated true if its readings are made by a simulator
 * @param plausible narrower plausible ranges than the quantity's own, by quantity name
 * @param labels anything else in words, such as {@code meter_type}
 */
public record Sensor(
        String id,
        Domain domain,
        String placeId,
        String type,
        Names names,
        Point point,
        int intervalSeconds,
        boolean verified,
        boolean simulated,
        SortedMap<String, Quantity.Range> plausible,
        SortedMap<String, String> labels) {
    public Sensor {
        plausible = Collections.unmodifiableSortedMap(new TreeMap<>(plausible));
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }
}

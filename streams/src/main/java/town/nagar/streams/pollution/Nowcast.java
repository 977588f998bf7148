package town.nagar.streams.pollution;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import town.nagar.norms.air.Naqi;
import town.nagar.norms.air.Pollutant;
import town.nagar.norms.air.SubIndex;

/**
 * The largest sub-index of what is in the air now. The National AQI is of 24-hour and 8-hour means;
 * this uses its scale for a moment, so it is never called AQI.
 */
record Nowcast(int index, Pollutant prominent) {
    static Optional<Nowcast> of(Map<Pollutant, Double> values) {
        double ozone = values.getOrDefault(Pollutant.O3, Double.NaN);
        return Naqi.ofMeans(values, ozone).subIndices().stream()
                .max(Comparator.comparingInt(SubIndex::index))
                .map(top -> new Nowcast(top.index(), top.pollutant()));
    }
}

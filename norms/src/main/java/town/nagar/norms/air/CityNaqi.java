package town.nagar.norms.air;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The index of a whole city: sub-indices averaged over at least three stations (CPCB 2014). */
public final class CityNaqi {
    private static final int NEEDED_STATIONS = 3;

    private CityNaqi() {}

    /**
     * The city's index: the largest of its averaged sub-indices, rounded half up.
     *
     * @return empty if fewer than three stations have an index: then stations are shown, no city
     */
    public static OptionalInt of(Collection<Naqi> stations) {
        List<Naqi> valid = stations.stream().filter(naqi -> naqi.reasons().isEmpty()).toList();
        if (valid.size() < NEEDED_STATIONS) {
            return OptionalInt.empty();
        }
        Optional<Double> largest = means(valid).values().stream().max(Double::compare);
        return OptionalInt.of((int) Math.floor(largest.orElseThrow() + 0.5));
    }

    private static Map<Pollutant, Double> means(List<Naqi> stations) {
        Map<Pollutant, Double> means = new EnumMap<>(Pollutant.class);
        for (Pollutant pollutant : Pollutant.all()) {
            stations.stream()
                    .flatMap(naqi -> naqi.subIndices().stream())
                    .filter(sub -> sub.pollutant() == pollutant)
                    .mapToInt(SubIndex::index)
                    .average()
                    .ifPresent(mean -> means.put(pollutant, mean));
        }
        return means;
    }
}

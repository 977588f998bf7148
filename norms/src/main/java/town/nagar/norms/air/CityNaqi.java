package town.nagar.norms.air;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The index of a whole city: sub-indices averaged over at least three stations (CPCB 2014).
 *
 * @param index 0 to 500: the largest averaged sub-index, rounded half up
 * @param prominent its pollutant, of equals the first in {@link Pollutant}'s order
 * @param stations how many stations had an index
 */
public record CityNaqi(int index, Pollutant prominent, int stations) {
    private static final int NEEDED_STATIONS = 3;

    private record Average(Pollutant pollutant, double index) {}

    /**
     * The city's index. A pollutant is averaged over the stations that have its sub-index.
     *
     * @return empty if fewer than three stations have an index: then stations are shown, no city
     */
    public static Optional<CityNaqi> find(Collection<Naqi> stations) {
        List<Naqi> valid = stations.stream().filter(naqi -> naqi.reasons().isEmpty()).toList();
        if (valid.size() < NEEDED_STATIONS) {
            return Optional.empty();
        }
        return Pollutant.all().stream()
                .flatMap(pollutant -> average(pollutant, valid).stream())
                .max(
                        Comparator.comparingDouble(Average::index)
                                .thenComparing(Average::pollutant, Comparator.reverseOrder()))
                .map(top -> new CityNaqi(halfUp(top.index()), top.pollutant(), valid.size()));
    }

    /** The index of {@link #find} alone. */
    public static OptionalInt of(Collection<Naqi> stations) {
        return find(stations).stream().mapToInt(CityNaqi::index).findFirst();
    }

    private static Optional<Average> average(Pollutant pollutant, List<Naqi> stations) {
        OptionalDouble mean =
                stations.stream()
                        .flatMap(naqi -> naqi.subIndices().stream())
                        .filter(sub -> sub.pollutant() == pollutant)
                        .mapToInt(SubIndex::index)
                        .average();
        return mean.isPresent()
                ? Optional.of(new Average(pollutant, mean.orElseThrow()))
                : Optional.empty();
    }

    private static int halfUp(double value) {
        return (int) Math.floor(value + 0.5);
    }

    public Category category() {
        return Category.of(index);
    }
}

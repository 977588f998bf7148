package town.nagar.streams.places;

import java.util.Arrays;
import java.util.Collection;

/** The middle of what was usual. */
public final class Median {
    private Median() {}

    /** The median, of an even number the mean of the middle two; NaN of none. NaN do not count. */
    public static double of(Collection<Double> values) {
        double[] sorted =
                values.stream()
                        .mapToDouble(Double::doubleValue)
                        .filter(value -> !Double.isNaN(value))
                        .toArray();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}

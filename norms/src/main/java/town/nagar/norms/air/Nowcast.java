package town.nagar.norms.air;

import java.time.Duration;
import java.util.Optional;

/**
 * What the index would be if the air stayed as it was in a window too short for an index. Shown as
 * a nowcast, never as AQI: it needs no minimum of pollutants or hours.
 *
 * @param value 0 to 500
 * @param prominent the pollutant it comes from
 * @param window what the means were taken over, shorter than 8 hours
 */
public record Nowcast(int value, Pollutant prominent, Duration window) {
    /** No pollutant has a mean. */
    public static final int UNKNOWN = -1;

    private static final Duration SHORTEST_AVERAGING_TIME = Duration.ofHours(8);

    public Nowcast {
        if (window.compareTo(Duration.ZERO) <= 0
                || window.compareTo(SHORTEST_AVERAGING_TIME) >= 0) {
            throw new IllegalArgumentException(
                    "a nowcast over %s; allowed: more than 0 and less than %s"
                            .formatted(window, SHORTEST_AVERAGING_TIME));
        }
    }

    /**
     * The nowcast of a window.
     *
     * @param means by pollutant ordinal, in its unit; NaN where there is none
     * @return empty if there is no mean at all
     */
    public static Optional<Nowcast> find(double[] means, Duration window) {
        for (Pollutant pollutant : Pollutant.all()) {
            if (index(pollutant, means) == largest(means) && largest(means) != UNKNOWN) {
                return Optional.of(new Nowcast(largest(means), pollutant, window));
            }
        }
        return Optional.empty();
    }

    /** The value of {@link #find} alone, or {@link #UNKNOWN}; allocates nothing. */
    public static int largest(double[] means) {
        int largest = UNKNOWN;
        for (int i = 0; i < means.length; i++) {
            largest = Math.max(largest, index(Pollutant.all().get(i), means));
        }
        return largest;
    }

    private static int index(Pollutant pollutant, double[] means) {
        double mean = means[pollutant.ordinal()];
        return Double.isNaN(mean) ? UNKNOWN : SubIndex.indexOf(pollutant, mean);
    }

    public Category category() {
        return Category.of(value);
    }
}

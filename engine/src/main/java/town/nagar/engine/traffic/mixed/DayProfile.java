package town.nagar.engine.traffic.mixed;

import java.util.Collections;
import java.util.List;

/**
 * Which share of a day's trips starts in each hour.
 *
 * @param hourShares 24 shares from midnight, none negative, adding up to 1
 */
public record DayProfile(List<Double> hourShares) {
    private static final int HOURS = 24;
    private static final double ROUNDING = 1e-6;

    /** The same number of trips in every hour. */
    public static final DayProfile FLAT = new DayProfile(Collections.nCopies(HOURS, 1.0 / HOURS));

    /**
     * @throws IllegalArgumentException unless there are 24 shares that add up to 1
     */
    public DayProfile {
        hourShares = List.copyOf(hourShares);
        double sum = 0;
        for (double share : hourShares) {
            if (!(share >= 0)) {
                throw new IllegalArgumentException(
                        "hour share is %s; allowed are numbers from 0".formatted(share));
            }
            sum += share;
        }
        if (hourShares.size() != HOURS || !(Math.abs(sum - 1) <= ROUNDING)) {
            throw new IllegalArgumentException(
                    "%d hour shares add up to %s; allowed are 24 that add up to 1"
                            .formatted(hourShares.size(), sum));
        }
    }

    /**
     * The share of one hour.
     *
     * @param hour 0 to 23
     */
    public double share(int hour) {
        return hourShares.get(hour);
    }
}

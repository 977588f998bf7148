package town.nagar.norms.traffic;

import java.util.Arrays;
import java.util.OptionalDouble;
import town.nagar.norms.time.Ist;

/**
 * The speed a road is driven at when it is empty: the 85th percentile of speeds between 23:00 and
 * 05:00 IST.
 */
public final class FreeFlow {
    private static final double SHARE = 0.85;
    private static final int FROM_HOUR = 23;
    private static final int UNTIL_HOUR = 5;

    private FreeFlow() {}

    /** Whether a speed measured then counts. */
    public static boolean isNight(long epochMillis) {
        int hour = Ist.hourOfDay(epochMillis);
        return hour >= FROM_HOUR || hour < UNTIL_HOUR;
    }

    /**
     * The least of the speeds that 85 % of them do not exceed.
     *
     * @param nightKmh in any order, NaN left out; is not changed
     * @return empty without any speed
     */
    public static OptionalDouble kmh(double[] nightKmh) {
        double[] sorted = Arrays.stream(nightKmh).filter(v -> !Double.isNaN(v)).sorted().toArray();
        int rank = (int) Math.ceil(SHARE * sorted.length);
        return sorted.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sorted[rank - 1]);
    }
}

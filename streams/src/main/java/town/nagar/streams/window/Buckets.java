package town.nagar.streams.window;

import java.time.Duration;

/** Periods of equal length that begin with the Indian day (18:30 UTC). Times are epoch milliseconds. */
public final class Buckets {
    /** Indian time is ahead of UTC by this, all year. */
    private static final long IST_MILLIS = Duration.ofMinutes(330).toMillis();

    private Buckets() {}

    /** The start of the period that holds a time. */
    public static long startOf(long timeMillis, Duration length) {
        long shifted = timeMillis + IST_MILLIS;
        return shifted - Math.floorMod(shifted, length.toMillis()) - IST_MILLIS;
    }

    /** The end of the period that holds a time: the start of the next. */
    public static long endOf(long timeMillis, Duration length) {
        return startOf(timeMillis, length) + length.toMillis();
    }
}

package town.nagar.streams.window;

import java.time.Duration;
import town.nagar.norms.time.Ist;

/** Periods of Indian time by their length. Times are epoch milliseconds. */
public final class Buckets {
    private Buckets() {}

    /** The start of the period that holds a time. */
    public static long startOf(long timeMillis, Duration length) {
        return Ist.bucket(timeMillis, length.toMillis());
    }

    /** The end of the period that holds a time: the start of the next. */
    public static long endOf(long timeMillis, Duration length) {
        return startOf(timeMillis, length) + length.toMillis();
    }
}

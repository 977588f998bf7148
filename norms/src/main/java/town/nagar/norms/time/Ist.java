package town.nagar.norms.time;

/**
 * Buckets of Indian Standard Time, UTC+05:30 without summer time, on milliseconds since
 * 1970-01-01T00:00Z.
 *
 * <p>Hours and days of IST begin at half past the hour in UTC, so hours of UTC do not add up to
 * them. Buckets are those of the clock from 1945-10-15 on; India kept a war time before.
 */
public final class Ist {
    public static final long MINUTE = 60_000;
    public static final long FIVE_MINUTES = 5 * MINUTE;
    public static final long TEN_MINUTES = 10 * MINUTE;
    public static final long HOUR = 60 * MINUTE;
    public static final long DAY = 24 * HOUR;

    /** How far IST is ahead of UTC. */
    public static final long OFFSET = 5 * HOUR + 30 * MINUTE;

    /** The IMD's rain day begins at 08:30 IST. */
    private static final long RAIN_DAY_START = 8 * HOUR + 30 * MINUTE;

    private static final long WEEK_HOURS = 168;

    /** Days from Monday to Thursday, the day of the week of 1970-01-01. */
    private static final long FIRST_WEEKDAY = 3;

    private Ist() {}

    /**
     * The start of the bucket that holds an instant.
     *
     * @param width a divisor of a day in milliseconds, such as {@link #FIVE_MINUTES}
     * @throws IllegalArgumentException if it is another
     */
    public static long bucket(long epochMillis, long width) {
        if (width <= 0 || DAY % width != 0) {
            throw new IllegalArgumentException(
                    "bucket of " + width + " ms; allowed: a divisor of a day");
        }
        return epochMillis - Math.floorMod(epochMillis + OFFSET, width);
    }

    /** The start of the hour of IST. */
    public static long hour(long epochMillis) {
        return bucket(epochMillis, HOUR);
    }

    /** The start of the day of IST, which is 18:30 UTC of the day before. */
    public static long day(long epochMillis) {
        return bucket(epochMillis, DAY);
    }

    /** The start of the rain day, 08:30 IST. */
    public static long rainDay(long epochMillis) {
        return day(epochMillis - RAIN_DAY_START) + RAIN_DAY_START;
    }

    /** Days of IST since 1970-01-01, as in {@code LocalDate.ofEpochDay}. */
    public static long epochDay(long epochMillis) {
        return Math.floorDiv(epochMillis + OFFSET, DAY);
    }

    /** Hour of the day of IST, 0 to 23. */
    public static int hourOfDay(long epochMillis) {
        return (int) (Math.floorMod(epochMillis + OFFSET, DAY) / HOUR);
    }

    /** Hour of the week of IST, 0 (Monday 00:00) to 167. */
    public static int hourOfWeek(long epochMillis) {
        long hours = Math.floorDiv(epochMillis + OFFSET, HOUR) + FIRST_WEEKDAY * 24;
        return (int) Math.floorMod(hours, WEEK_HOURS);
    }
}

package town.nagar.engine.town.plan;

/**
 * Hours of the day.
 *
 * @param bits bit h stands for the hour from h to h + 1
 */
public record HourSet(int bits) {
    /** Hours in a day. */
    public static final int HOURS_A_DAY = 24;

    /** Every hour. */
    public static final HourSet ALL = new HourSet((1 << HOURS_A_DAY) - 1);

    /** No hour. */
    public static final HourSet NEVER = new HourSet(0);

    /**
     * @throws IllegalArgumentException if a bit above the 24th is set
     */
    public HourSet {
        if (bits >>> HOURS_A_DAY != 0) {
            throw new IllegalArgumentException(
                    "hours %x; allowed are the bits of 0 to 23".formatted(bits));
        }
    }

    /**
     * The hours from one to another, over midnight if the second is not above the first.
     *
     * @param from 0 to 23
     * @param until 0 to 24, itself not included
     * @throws IllegalArgumentException naming the hours
     */
    public static HourSet of(int from, int until) {
        if (from < 0 || from >= HOURS_A_DAY || until < 0 || until > HOURS_A_DAY) {
            throw new IllegalArgumentException(
                    "hours %d to %d; allowed are 0 to 23 and 0 to 24".formatted(from, until));
        }
        int bits = 0;
        int hours = until > from ? until - from : until - from + HOURS_A_DAY;
        for (int hour = from; hour < from + hours; hour++) {
            bits |= 1 << hour % HOURS_A_DAY;
        }
        return new HourSet(bits);
    }

    /** These hours and those of another set. */
    public HourSet and(HourSet other) {
        return new HourSet(bits | other.bits);
    }

    /** Whether an hour of the day, 0 to 23, is one of them. */
    public boolean has(int hourOfDay) {
        return (bits >>> hourOfDay & 1) == 1;
    }

    /** How many hours they are. */
    public int count() {
        return Integer.bitCount(bits);
    }
}

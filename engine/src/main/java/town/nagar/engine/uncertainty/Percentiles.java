package town.nagar.engine.uncertainty;

/** Percentiles of a sample, linear between neighbours (Hyndman, Fan 1996, definition 7). */
public final class Percentiles {
    private Percentiles() {}

    /**
     * The value that a share of the sample lies below.
     *
     * @param ascending one value or more
     * @param share 0 to 1
     * @throws IllegalArgumentException if there is no value or the share is out of range
     */
    public static double of(double[] ascending, double share) {
        if (ascending.length == 0 || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "percentile %s of %d values; allowed are 0 to 1 of one or more"
                            .formatted(share, ascending.length));
        }
        double place = share * (ascending.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (place - below) * (ascending[above] - ascending[below]);
    }

    /** The middle part of a sample that holds a given share of it. */
    public static Interval middle(double[] ascending, double share) {
        double tail = (1 - share) / 2;
        return new Interval(of(ascending, tail), of(ascending, 1 - tail));
    }
}

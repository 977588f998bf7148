package town.nagar.data.history;

/** Least, greatest, mean and standard deviation of what passed by, in one pass (Welford 1962). */
public final class Tally {
    private long count;
    private double mean;
    private double squares;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;

    /** Takes a value; NaN is none. */
    public void add(double value) {
        if (Double.isNaN(value)) {
            return;
        }
        count++;
        double delta = value - mean;
        mean += delta / count;
        squares += delta * (value - mean);
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
    }

    public Statistics statistics() {
        return count == 0
                ? Statistics.NONE
                : new Statistics(least, greatest, mean, Math.sqrt(squares / count));
    }

    /**
     * What is said of many values; NaN where there were none.
     *
     * @param std the population's standard deviation
     */
    public record Statistics(double min, double max, double mean, double std) {
        static final Statistics NONE =
                new Statistics(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
}

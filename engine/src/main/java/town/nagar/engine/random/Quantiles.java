package town.nagar.engine.random;

/**
 * Distributions by inversion: a number strictly between 0 and 1 becomes the value that many of the
 * population lie below.
 *
 * <p>One uniform gives one value and the map never falls, so common random numbers and Sobol points
 * keep their worth. Nothing is allocated; the same bits come out on every processor.
 */
public final class Quantiles {
    private static final double LARGEST_POISSON_MEAN = 1e7;
    private static final double SUM_FROM_ZERO_UP_TO = 600;
    private static final double DEVIATIONS_BELOW = 9.5;
    private static final double DEVIATIONS_ABOVE = 12;

    private Quantiles() {}

    /** A value between two bounds, each part of the interval as likely as its length. */
    public static double uniform(double u, double low, double high) {
        return low + u * (high - low);
    }

    /** A value of the normal distribution. */
    public static double normal(double u, double mean, double standardDeviation) {
        return mean + standardDeviation * NormalQuantile.of(u);
    }

    /**
     * A positive value whose logarithm is normal.
     *
     * @param logMean mean of the logarithm
     * @param logStandardDeviation standard deviation of the logarithm
     */
    public static double logNormal(double u, double logMean, double logStandardDeviation) {
        return StrictMath.exp(normal(u, logMean, logStandardDeviation));
    }

    /** A waiting time with a constant rate of ending. */
    public static double exponential(double u, double mean) {
        return -mean * StrictMath.log1p(-u);
    }

    /**
     * A value of the triangular distribution.
     *
     * @param mode the likeliest value
     * @throws IllegalArgumentException unless low &lt;= mode &lt;= high and low &lt; high
     */
    public static double triangular(double u, double low, double mode, double high) {
        if (!(low <= mode && mode <= high && low < high)) {
            throw new IllegalArgumentException(
                    "triangular distribution of low %s, mode %s, high %s: they must ascend"
                            .formatted(low, mode, high));
        }
        double rising = (mode - low) / (high - low);
        return u < rising
                ? low + Math.sqrt(u * (high - low) * (mode - low))
                : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
    }

    /** Whether an event of this probability happens. */
    public static boolean bernoulli(double u, double probability) {
        return u < probability;
    }

    /**
     * A count of independent events.
     *
     * @param mean 0 to 10,000,000 events; the work grows with its square root
     * @throws IllegalArgumentException if the mean is out of that range
     */
    public static int poisson(double u, double mean) {
        if (!(mean >= 0 && mean <= LARGEST_POISSON_MEAN)) {
            throw new IllegalArgumentException(
                    "Poisson mean %s; allowed are 0 to %s".formatted(mean, LARGEST_POISSON_MEAN));
        }
        if (mean <= SUM_FROM_ZERO_UP_TO) {
            return poissonFrom(0, StrictMath.exp(-mean), u, mean);
        }
        int first = (int) (mean - DEVIATIONS_BELOW * Math.sqrt(mean));
        return poissonFrom(first, poissonProbability(first, mean), u, mean);
    }

    /** Adds up probabilities from a count below which next to none (1e-21) lie. */
    private static int poissonFrom(int first, double probability, double u, double mean) {
        int last = (int) (mean + DEVIATIONS_ABOVE * Math.sqrt(mean) + 50);
        int count = first;
        double term = probability;
        double sum = term;
        while (sum < u && count < last) {
            count++;
            term *= mean / count;
            sum += term;
        }
        return count;
    }

    /** By Stirling's series, whose next term is below 1e-18 for the counts above 300 used here. */
    private static double poissonProbability(int count, double mean) {
        double excess = mean - count;
        double logarithm = count * StrictMath.log1p(excess / count) - excess;
        double inverse = 1.0 / count;
        double stirling = inverse / 12 - inverse * inverse * inverse / 360;
        return StrictMath.exp(logarithm - stirling) / Math.sqrt(2 * Math.PI * count);
    }
}

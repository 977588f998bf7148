package town.nagar.forecast.monitoring.drift;

/** How far a sample is from the distribution of another. */
final class Distance {
    private static final int BINS = 10;
    private static final double LEAST_SHARE = 1e-4;

    private Distance() {}

    /**
     * The population stability index, sum of (q - p) ln(q / p) over ten bins at the reference's
     * quantiles, with shares of at least 1e-4: 0 for the same shares, at most about 18.
     *
     * @param reference in rising order, at least one value
     * @param sample in any order, at least one value
     */
    static double psi(double[] reference, double[] sample) {
        double[] edges = new double[BINS - 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = reference[(int) ((long) (i + 1) * reference.length / BINS)];
        }
        double[] expected = shares(reference, edges);
        double[] found = shares(sample, edges);
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            sum += (found[bin] - expected[bin]) * StrictMath.log(found[bin] / expected[bin]);
        }
        return sum;
    }

    private static double[] shares(double[] values, double[] edges) {
        double[] shares = new double[BINS];
        for (double value : values) {
            int bin = 0;
            while (bin < edges.length && value >= edges[bin]) {
                bin++;
            }
            shares[bin]++;
        }
        for (int bin = 0; bin < BINS; bin++) {
            shares[bin] = Math.max(LEAST_SHARE, shares[bin] / values.length);
        }
        return shares;
    }

    /**
     * Kolmogorov and Smirnov's D, the largest distance of the two shares of values up to any value:
     * 0 for the same, 1 where they do not overlap.
     *
     * @param one in rising order, at least one value
     * @param other in rising order, at least one value
     */
    static double ks(double[] one, double[] other) {
        double largest = 0;
        int i = 0;
        int j = 0;
        while (i < one.length && j < other.length) {
            double value = Math.min(one[i], other[j]);
            while (i < one.length && one[i] == value) {
                i++;
            }
            while (j < other.length && other[j] == value) {
                j++;
            }
            double apart = Math.abs((double) i / one.length - (double) j / other.length);
            largest = Math.max(largest, apart);
        }
        return largest;
    }
}

package town.nagar.norms.air;

/** The mean of the latest hours that have one. */
final class RunningMean {
    /** Finer than any instrument reads, coarser than what summing doubles adds. */
    private static final double GRAINS_PER_UNIT = 1e9;

    private RunningMean() {}

    /** How many of the hours before {@code end} have a mean. */
    static int validHours(double[] hourly, int hours, int end) {
        int valid = 0;
        for (int hour = Math.max(0, end - hours); hour < end; hour++) {
            valid += Double.isNaN(hourly[hour]) ? 0 : 1;
        }
        return valid;
    }

    /**
     * Their mean, NaN if there is none; a mean of decimals that is a tie, such as 0.35, is that
     * tie, whatever the summing of binary fractions added to it.
     */
    static double of(double[] hourly, int hours, int end) {
        double sum = 0;
        int valid = 0;
        for (int hour = Math.max(0, end - hours); hour < end; hour++) {
            if (!Double.isNaN(hourly[hour])) {
                sum += hourly[hour];
                valid++;
            }
        }
        return valid == 0 ? Double.NaN : Math.rint(sum / valid * GRAINS_PER_UNIT) / GRAINS_PER_UNIT;
    }
}

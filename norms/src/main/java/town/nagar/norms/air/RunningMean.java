package town.nagar.norms.air;

/** The mean of the latest hours that have one. */
final class RunningMean {
    private RunningMean() {}

    /** How many of the hours before {@code end} have a mean. */
    static int validHours(double[] hourly, int hours, int end) {
        int valid = 0;
        for (int hour = Math.max(0, end - hours); hour < end; hour++) {
            valid += Double.isNaN(hourly[hour]) ? 0 : 1;
        }
        return valid;
    }

    /** Their mean, NaN if there is none. */
    static double of(double[] hourly, int hours, int end) {
        double sum = 0;
        int valid = 0;
        for (int hour = Math.max(0, end - hours); hour < end; hour++) {
            if (!Double.isNaN(hourly[hour])) {
                sum += hourly[hour];
                valid++;
            }
        }
        return sum / valid;
    }
}

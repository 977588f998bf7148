package town.nagar.forecast.monitoring;

import java.util.Collection;

/**
 * Whether errors have risen: by more than a share of what they were, and by more than days differ.
 *
 * @param percent mean of the days' errors
 * @param surePercent what the mean exceeds in 95 of 100 cases, days being independent
 * @param limitPercent what they were, raised by the share allowed
 */
record ErrorRise(double percent, double surePercent, double limitPercent) {
    private static final int FEWEST_DAYS = 3;

    /** Student's t at 95 % for one degree of freedom and more. */
    private static final double[] T95 = {6.31, 2.92, 2.35, 2.13, 2.02, 1.94, 1.89, 1.86};

    /**
     * Judges errors.
     *
     * @param days mean error of each recent day, in percent
     * @param before what it was
     * @param allowedPercent by which it may rise
     */
    static ErrorRise of(Collection<Double> days, double before, double allowedPercent) {
        double[] known = days.stream().filter(Double::isFinite).mapToDouble(day -> day).toArray();
        if (known.length < FEWEST_DAYS) {
            return new ErrorRise(Double.NaN, Double.NaN, Double.NaN);
        }
        double mean = 0;
        for (double day : known) {
            mean += day / known.length;
        }
        double squares = 0;
        for (double day : known) {
            squares += (day - mean) * (day - mean);
        }
        double error = Math.sqrt(squares / (known.length - 1) / known.length);
        double t = T95[Math.min(known.length - 2, T95.length - 1)];
        return new ErrorRise(mean, mean - t * error, before * (1 + allowedPercent / 100));
    }

    /** Never where too few days or nothing before is known. */
    boolean isFound() {
        return surePercent > limitPercent;
    }

    /** Whether the mean is back below the limit. */
    boolean isOver() {
        return percent < limitPercent;
    }
}

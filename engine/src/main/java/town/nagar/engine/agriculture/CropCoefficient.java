package town.nagar.engine.agriculture;

/**
 * How much more or less than a lawn a crop evaporates, day by day of its life: FAO-56, chapter 6.
 * Level while it comes up, rising while it covers the ground, level in the middle, and going
 * straight to its last value while it ripens.
 *
 * @param initialDays first stage, from 1
 * @param developmentDays second stage, from 1
 * @param middleDays third stage, from 1
 * @param lateDays last stage, from 1
 * @param initial coefficient of the first stage
 * @param middle coefficient of the third stage
 * @param end coefficient on the last day
 */
public record CropCoefficient(
        int initialDays,
        int developmentDays,
        int middleDays,
        int lateDays,
        double initial,
        double middle,
        double end) {
    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public CropCoefficient {
        Ranges.requireBetween("initial days", initialDays, 1, 400);
        Ranges.requireBetween("development days", developmentDays, 1, 400);
        Ranges.requireBetween("middle days", middleDays, 1, 400);
        Ranges.requireBetween("late days", lateDays, 1, 400);
        Ranges.requireBetween("initial coefficient", initial, 0, 2);
        Ranges.requireBetween("middle coefficient", middle, 0, 2);
        Ranges.requireBetween("end coefficient", end, 0, 2);
    }

    /** Days from sowing to harvest. */
    public int days() {
        return initialDays + developmentDays + middleDays + lateDays;
    }

    /**
     * The coefficient of a day, equation 66.
     *
     * @param day 1 is the day of sowing; up to {@link #days}
     */
    public double on(int day) {
        Ranges.requireBetween("day of the crop", day, 1, days());
        int intoDevelopment = day - initialDays;
        int intoLate = intoDevelopment - developmentDays - middleDays;
        if (intoDevelopment <= 0) {
            return initial;
        }
        if (intoLate > 0) {
            return middle + (end - middle) * intoLate / lateDays;
        }
        return initial
                + (middle - initial) * Math.min(1, (double) intoDevelopment / developmentDays);
    }

    /** How much of the way to full roots a crop has gone: from 0 at sowing to 1 in the middle. */
    double rootShare(int day) {
        return Math.min(1, (double) day / (initialDays + developmentDays));
    }
}

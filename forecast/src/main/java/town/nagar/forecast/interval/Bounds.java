package town.nagar.forecast.interval;

/** Between what a value is expected, in its unit; NaN where nothing is known. */
public record Bounds(double lower, double upper) {
    /** Whether a value lies between them. */
    public boolean hold(double value) {
        return value >= lower && value <= upper;
    }

    public double width() {
        return upper - lower;
    }
}

package town.nagar.forecast.tuning;

/**
 * One setting and what it may be.
 *
 * @param logarithmic whether ratios count instead of differences; then {@code low} is above 0
 * @param whole whether only whole numbers count
 */
public record Dimension(String name, double low, double high, boolean logarithmic, boolean whole) {
    /**
     * @throws IllegalArgumentException if low is not below high, or not above 0 where ratios count
     */
    public Dimension {
        if (!(low < high) || (logarithmic && !(low > 0))) {
            throw new IllegalArgumentException("%s from %s to %s".formatted(name, low, high));
        }
    }

    /** The value at a place from 0 to 1. */
    double at(double place) {
        double value =
                logarithmic
                        ? StrictMath.exp(
                                StrictMath.log(low)
                                        + place * (StrictMath.log(high) - StrictMath.log(low)))
                        : low + place * (high - low);
        return Math.clamp(whole ? Math.rint(value) : value, low, high);
    }

    /** The place, from 0 to 1, of a value. */
    double place(double value) {
        double share =
                logarithmic
                        ? (StrictMath.log(value) - StrictMath.log(low))
                                / (StrictMath.log(high) - StrictMath.log(low))
                        : (value - low) / (high - low);
        return Math.clamp(share, 0, 1);
    }
}

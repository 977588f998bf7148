package town.nagar.engine.uncertainty;

/**
 * A range of values, both ends included.
 *
 * @param low not above {@code high}
 */
public record Interval(double low, double high) {
    /**
     * @throws IllegalArgumentException unless low &lt;= high
     */
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "interval from %s to %s; its ends must ascend".formatted(low, high));
        }
    }

    static Interval around(double centre, double halfWidth) {
        return new Interval(centre - halfWidth, centre + halfWidth);
    }

    /** Half the distance between the ends. */
    public double halfWidth() {
        return (high - low) / 2;
    }

    /** Whether a value lies inside or on an end. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}

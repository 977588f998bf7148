package town.nagar.norms.air;

/** Rounds decimals half up without leaving primitives. */
final class HalfUp {
    /** Up to here every step and every tie between two steps is exact. */
    static final double LARGEST = 1e12;

    private HalfUp() {}

    /**
     * The decimal that a double prints as, rounded half up; in hundredths.
     *
     * <p>Equal to {@code BigDecimal.valueOf(value).setScale(…, HALF_UP)}: a tie such as 1.15 is one
     * correctly rounded division, so a double that is read from a tie's decimal equals it.
     *
     * @param value 0 to {@link #LARGEST}
     * @param stepsPerUnit 1, 10 or 100
     */
    static long hundredths(double value, int stepsPerUnit) {
        long steps = (long) (value * stepsPerUnit + 0.5);
        double tiesPerUnit = 2.0 * stepsPerUnit;
        if (value >= (2 * steps + 1) / tiesPerUnit) {
            steps++;
        } else if (value < (2 * steps - 1) / tiesPerUnit) {
            steps--;
        }
        return steps * (100 / stepsPerUnit);
    }
}

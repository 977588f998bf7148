package town.nagar.engine.town;

/** Cosines without garbage: those of {@link StrictMath} make an array at each call. */
final class Circle {
    private static final int HOURS_A_DAY = 24;

    /** Cosine of an hour of the day: 1 at midnight, -1 at noon. */
    @SuppressWarnings("MutablePublicArray") // never written after construction
    static final double[] COSINE_OF_HOUR = new double[HOURS_A_DAY];

    static {
        for (int hour = 0; hour < HOURS_A_DAY; hour++) {
            COSINE_OF_HOUR[hour] = StrictMath.cos(2 * Math.PI * hour / HOURS_A_DAY);
        }
    }

    private Circle() {}

    /** Cosine of up to a quarter turn, by Taylor's series to about 1e-15. */
    static double cosine(double radians) {
        double sum = 1;
        for (int power = 22; power > 1; power -= 2) {
            sum = 1 - radians * radians / (power * (power - 1)) * sum;
        }
        return sum;
    }
}

package town.nagar.engine.air;

/**
 * Sine, cosine and tangent of a few turns at most, to about 1e-15, without garbage: those of {@link
 * StrictMath} make an array at each call.
 */
final class Circle {
    private static final double QUARTER = Math.PI / 2;

    /** Powers of Taylor's series, of which the next is under 1e-19 at an eighth of a turn. */
    private static final int LAST_ODD = 17;

    private static final int LAST_EVEN = 18;

    private Circle() {}

    static double sine(double radians) {
        return ofQuarters(radians, 0);
    }

    static double cosine(double radians) {
        return ofQuarters(radians, 1);
    }

    static double tangent(double radians) {
        return sine(radians) / cosine(radians);
    }

    /** The sine some quarters of a turn on. */
    private static double ofQuarters(double radians, int ahead) {
        int quarters = (int) StrictMath.rint(radians / QUARTER);
        double rest = radians - quarters * QUARTER;
        int quadrant = Math.floorMod(quarters + ahead, 4);
        double size = quadrant % 2 == 0 ? rest * series(rest, LAST_ODD) : series(rest, LAST_EVEN);
        return quadrant < 2 ? size : -size;
    }

    /** 1 - x^2 / (n (n - 1)) (1 - ...), from the last power inwards. */
    private static double series(double x, int last) {
        double sum = 1;
        for (int power = last; power > 1; power -= 2) {
            sum = 1 - x * x / (power * (power - 1)) * sum;
        }
        return sum;
    }
}

package town.nagar.engine.uncertainty;

import town.nagar.engine.random.Quantiles;

/**
 * How many standard errors an interval of a given confidence reaches to each side.
 *
 * <p>Student's distribution by the finite sums of Abramowitz, Stegun: Handbook of Mathematical
 * Functions (1964), 26.7.3 and 26.7.4, inverted by bisection; above 1,000 degrees of freedom the
 * normal distribution, which then differs by less than 0.2 %.
 */
final class StudentQuantile {
    private static final int NORMAL_ABOVE = 1000;
    private static final int HALVINGS = 60;

    private StudentQuantile() {}

    /**
     * The t with P(-t &lt; T &lt; t) = level.
     *
     * @param level strictly between 0 and 1
     * @param degreesOfFreedom 1 or more
     */
    static double twoSided(double level, long degreesOfFreedom) {
        if (degreesOfFreedom > NORMAL_ABOVE) {
            return Quantiles.normal((1 + level) / 2, 0, 1);
        }
        int degrees = (int) degreesOfFreedom;
        double low = 0;
        double high = Math.PI / 2;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            if (probabilityWithin(middle, degrees) < level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.sqrt(degrees) * StrictMath.tan((low + high) / 2);
    }

    /** P(|T| &lt; t) at t = sqrt(degrees) tan(angle). */
    private static double probabilityWithin(double angle, int degrees) {
        double cosine = StrictMath.cos(angle);
        double sine = StrictMath.sin(angle);
        boolean odd = degrees % 2 == 1;
        double term = odd ? cosine : 1;
        double sum = 0;
        for (int power = odd ? 1 : 0; power <= degrees - 2; power += 2) {
            sum += term;
            term *= cosine * cosine * (power + 1) / (power + 2);
        }
        return odd ? 2 / Math.PI * (angle + sine * sum) : sine * sum;
    }
}

package town.nagar.engine.people;

/**
 * e to a power, for weights of a logit that change too often for {@link StrictMath}: by sums and
 * products of doubles alone, so with the same bits on every machine.
 */
public final class Exponential {
    /** The largest power, and minus it the smallest. */
    public static final double MOST = 700;

    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN_2 = 0.6931471805599453;

    /** Added to a number, leaves it rounded to a whole one in the last bits of the sum. */
    private static final double ROUNDER = 0x1.8p52;

    private static final int EXPONENT_BIAS = 1023;
    private static final int FRACTION_BITS = 52;

    private Exponential() {}

    /**
     * e^x to a relative error of 1e-8: x = n ln 2 + r with |r| up to ln 2 / 2, Taylor's terms of r
     * up to the seventh, times 2^n.
     *
     * @param x -{@link #MOST} to {@link #MOST}; beyond, the answer means nothing
     */
    public static double of(double x) {
        double rounded = x * LOG2_E + ROUNDER;
        double r = x - (rounded - ROUNDER) * LN_2;
        double r2 = r * r;
        double low = 1 + r + r2 * (1.0 / 2 + r * (1.0 / 6));
        double high = 1.0 / 24 + r * (1.0 / 120) + r2 * (1.0 / 720 + r * (1.0 / 5040));
        long power = (Double.doubleToRawLongBits(rounded) + EXPONENT_BIAS) << FRACTION_BITS;
        return (low + r2 * r2 * high) * Double.longBitsToDouble(power);
    }
}

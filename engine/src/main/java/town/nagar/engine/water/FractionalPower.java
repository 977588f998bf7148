package town.nagar.engine.water;

/**
 * x^a for x &gt; 0 by tables and short series, the same bits on every processor.
 *
 * <p>Head loss needs one such power a pipe and step, so it is most of a solver's work. Only
 * additions, multiplications and table look-ups are used, which are exact to the last bit
 * everywhere; the tables come from {@link StrictMath}. For 1e-12 &lt; x &lt; 1e12 and |a| &lt;= 4
 * the result is within a relative 1e-13 of the true power.
 */
final class FractionalPower {
    private static final int TABLE_BITS = 7;
    private static final int TABLE_SIZE = 1 << TABLE_BITS;
    private static final int EXPONENT_BIAS = 1023;
    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA_MASK = (1L << MANTISSA_BITS) - 1;
    private static final long BITS_OF_ONE = (long) EXPONENT_BIAS << MANTISSA_BITS;
    private static final double LN_2 = StrictMath.log(2);

    /** Adding it moves the whole part of a number into the lowest bits of its mantissa. */
    private static final double ROUNDER = 0x1.8p52;

    /** About 1 / the middle of each slice of [1, 2), short enough that products stay accurate. */
    private static final double[] RECIPROCAL = new double[TABLE_SIZE];

    /** -log2 of {@link #RECIPROCAL}. */
    private static final double[] LOGARITHM = new double[TABLE_SIZE];

    /** 2^(i / TABLE_SIZE). */
    private static final double[] ROOT_OF_TWO = new double[TABLE_SIZE];

    static {
        for (int i = 0; i < TABLE_SIZE; i++) {
            double middle = 1 + (i + 0.5) / TABLE_SIZE;
            RECIPROCAL[i] = (float) (1 / middle);
            LOGARITHM[i] = -StrictMath.log(RECIPROCAL[i]) / LN_2;
            ROOT_OF_TWO[i] = StrictMath.pow(2, (double) i / TABLE_SIZE);
        }
    }

    private FractionalPower() {}

    /**
     * x^a.
     *
     * @param x 0 or more; below 1e-300 the result is 0
     * @param a such that the result lies between 1e-300 and 1e300, or 0 is returned
     */
    static double power(double x, double a) {
        if (!(x > 1e-300)) {
            return 0;
        }
        double y = a * log2(x);
        return Math.abs(y) < 1000 ? exp2(y) : 0;
    }

    /** Natural logarithm of x &gt; 0, with an absolute error below 1e-14. */
    static double naturalLogarithm(double x) {
        return log2(x) * LN_2;
    }

    private static double log2(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int exponent = (int) (bits >>> MANTISSA_BITS) - EXPONENT_BIAS;
        int slice = (int) (bits >>> (MANTISSA_BITS - TABLE_BITS)) & (TABLE_SIZE - 1);
        double mantissa = Double.longBitsToDouble((bits & MANTISSA_MASK) | BITS_OF_ONE);
        double r = mantissa * RECIPROCAL[slice] - 1; // |r| < 1/256
        double series =
                r * (1 + r * (-1.0 / 2 + r * (1.0 / 3 + r * (-1.0 / 4 + r * (1.0 / 5 - r / 6)))));
        return exponent + LOGARITHM[slice] + series / LN_2;
    }

    private static double exp2(double y) {
        double rounded = y * TABLE_SIZE + ROUNDER;
        int steps = (int) Double.doubleToRawLongBits(rounded);
        double z = (y - (rounded - ROUNDER) / TABLE_SIZE) * LN_2; // |z| < 0.0028
        double series = 1 + z * (1 + z * (1.0 / 2 + z * (1.0 / 6 + z * (1.0 / 24 + z / 120))));
        long scale = (long) ((steps >> TABLE_BITS) + EXPONENT_BIAS) << MANTISSA_BITS;
        return ROOT_OF_TWO[steps & (TABLE_SIZE - 1)] * series * Double.longBitsToDouble(scale);
    }
}

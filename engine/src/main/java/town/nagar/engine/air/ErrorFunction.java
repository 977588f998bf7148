package town.nagar.engine.air;

/** The error function, erf(x) = 2/sqrt(pi) times the integral of exp(-t^2) from 0 to x. */
final class ErrorFunction {
    private static final double TWO_BY_ROOT_PI = 2 / Math.sqrt(Math.PI);
    private static final double SERIES_UP_TO = 2.5;
    private static final double ONE_FROM = 6;
    private static final int FRACTION_DEPTH = 60;

    private ErrorFunction() {}

    /** To about 1e-15 absolute: Abramowitz and Stegun 7.1.6 near 0, fraction 7.1.14 beyond. */
    static double erf(double x) {
        double size = Math.abs(x);
        if (size >= ONE_FROM) {
            return Math.signum(x);
        }
        double value = size < SERIES_UP_TO ? series(size) : 1 - fraction(size);
        return Math.copySign(value, x);
    }

    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; term > 1e-17 * sum; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return TWO_BY_ROOT_PI * StrictMath.exp(-x * x) * sum;
    }

    private static double fraction(double x) {
        double tail = x;
        for (int n = FRACTION_DEPTH; n > 0; n--) {
            tail = x + n / 2.0 / tail;
        }
        return TWO_BY_ROOT_PI / 2 * StrictMath.exp(-x * x) / tail;
    }
}

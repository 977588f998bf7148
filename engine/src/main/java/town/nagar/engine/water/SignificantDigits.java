package town.nagar.engine.water;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers with nine significant digits: 97.1407705, 0.00000000, 9.31078375e-7. */
final class SignificantDigits {
    private static final int DIGITS = 9;
    private static final int SMALLEST_PLAIN_EXPONENT = -6;
    private static final MathContext ROUNDING = new MathContext(DIGITS, RoundingMode.HALF_UP);

    private SignificantDigits() {}

    static void append(StringBuilder out, double value) {
        if (value == 0 || !Double.isFinite(value)) {
            out.append(value == 0 ? "0.00000000" : Double.toString(value));
            return;
        }
        BigDecimal rounded = new BigDecimal(value).round(ROUNDING);
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent < SMALLEST_PLAIN_EXPONENT || exponent >= DIGITS) {
            appendScientific(out, rounded, exponent);
        } else {
            out.append(rounded.setScale(DIGITS - 1 - exponent).toPlainString());
        }
    }

    private static void appendScientific(StringBuilder out, BigDecimal rounded, int exponent) {
        out.append(rounded.movePointLeft(exponent).setScale(DIGITS - 1).toPlainString())
                .append('e')
                .append(exponent < 0 ? '-' : '+')
                .append(Math.abs(exponent));
    }
}

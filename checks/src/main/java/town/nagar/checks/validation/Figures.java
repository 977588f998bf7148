package town.nagar.checks.validation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as a table prints them. */
final class Figures {
    private static final double LARGEST_PLAIN = 1e15;
    private static final double LEAST_PLAIN = 1e-3;

    private Figures() {}

    /** As many decimals as show differences of a tenth of an amount; all of them if it is 0. */
    static String near(double value, double amount) {
        if (amount == 0) {
            return Double.toString(value);
        }
        int decimals = Math.max(0, 1 - (int) Math.floor(Math.log10(amount)));
        String text =
                new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    /** At most so many digits that count; whole numbers keep all of theirs. */
    static String plain(double value, int digits) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (!(size >= LEAST_PLAIN && size < LARGEST_PLAIN)) {
            return String.format(Locale.ROOT, "%." + (digits - 1) + "e", value)
                    .replaceFirst("\\.?0+e", "e");
        }
        int whole = size >= 1 ? (int) Math.log10(size) + 1 : 0;
        var context = new MathContext(Math.max(digits, whole), RoundingMode.HALF_EVEN);
        String text = new BigDecimal(value).round(context).toPlainString();
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }
}

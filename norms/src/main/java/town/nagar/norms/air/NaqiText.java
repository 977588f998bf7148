package town.nagar.norms.air;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import town.nagar.norms.Language;

/** An index in words. */
final class NaqiText {
    private NaqiText() {}

    /** Several lines, the last without its end. */
    static String of(Naqi naqi, Map<Pollutant, Concentration> given, Language language) {
        String head =
                naqi.prominent()
                        .map(top -> index(top, language))
                        .orElseGet(() -> "No NAQI: " + reasons(naqi) + "\n");
        return head
                + naqi.subIndices().stream()
                        .map(sub -> row(sub, given))
                        .collect(Collectors.joining("\n"));
    }

    private static String index(SubIndex top, Language language) {
        return "NAQI %d, %s, because of %s%s\n%s\n"
                .formatted(
                        top.index(),
                        top.category().words().in(language),
                        top.pollutant().title(),
                        top.beyondScale() ? " (beyond the scale)" : "",
                        top.category().advisories().in(language));
    }

    private static String reasons(Naqi naqi) {
        return naqi.reasons().stream()
                .map(reason -> reason.code().replace('_', ' '))
                .collect(Collectors.joining("; "));
    }

    private static String row(SubIndex sub, Map<Pollutant, Concentration> given) {
        Concentration mean = given.get(sub.pollutant());
        String row =
                String.format(
                        Locale.ROOT,
                        "  %-6s %8s %-6s %4d  %s",
                        sub.pollutant().title(),
                        number(sub.concentration()),
                        sub.pollutant().unit(),
                        sub.index(),
                        sub.category().word());
        return row
                + (mean != null && mean.isConverted() ? "  " + original(mean) : "")
                + (sub.o3HourMissing() ? "  (o3_1h_missing)" : "");
    }

    private static String original(Concentration mean) {
        return "(from %s %s at %d degC)"
                .formatted(number(mean.givenValue()), mean.givenUnit(), mean.reference().celsius());
    }

    /** A number without an exponent or trailing zeros. */
    static String number(double value) {
        return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}

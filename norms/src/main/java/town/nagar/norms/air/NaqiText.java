package town.nagar.norms.air;

import java.util.Locale;
import java.util.stream.Collectors;

/** An index in words and as JSON. */
final class NaqiText {
    private NaqiText() {}

    static String plain(Naqi naqi) {
        StringBuilder text = new StringBuilder();
        naqi.prominent()
                .ifPresentOrElse(
                        top ->
                                text.append(
                                        "NAQI %d, %s, because of %s%s%n%s%n"
                                                .formatted(
                                                        top.index(),
                                                        top.category().word(),
                                                        top.pollutant().title(),
                                                        top.beyondScale()
                                                                ? " (beyond the scale)"
                                                                : "",
                                                        top.category().advisory())),
                        () ->
                                text.append(
                                        "No NAQI: %s%n"
                                                .formatted(naqi.reasonCodes().replace('_', ' '))));
        naqi.subIndices().forEach(sub -> text.append(row(sub)));
        return text.toString().stripTrailing();
    }

    private static String row(SubIndex sub) {
        return String.format(
                Locale.ROOT,
                "  %-6s %8s %-6s %4d  %s%s%n",
                sub.pollutant().title(),
                number(sub.concentration()),
                sub.pollutant().unit(),
                sub.index(),
                sub.category().word(),
                sub.o3HourMissing() ? "  (o3_1h_missing)" : "");
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    static String json(Naqi naqi) {
        String head =
                naqi.prominent()
                        .map(top ->
                                """
                                {"aqi":%d,"category":"%s","prominent_pollutant":"%s","advisory":"%s","reason":null\
                                """
                                        .formatted(
                                                top.index(),
                                                top.category().word(),
                                                top.pollutant().quantity(),
                                                top.category().advisory()))
                        .orElseGet(() ->
                                """
                                {"aqi":null,"category":null,"prominent_pollutant":null,"advisory":null,"reason":"%s\"\
                                """
                                        .formatted(naqi.reasonCodes()));
        return head
                + ",\"beyond_scale\":%s,\"rounding\":\"round_first\",\"sub_indices\":%s}"
                        .formatted(naqi.beyondScale(), subIndicesJson(naqi));
    }

    static String subIndicesJson(Naqi naqi) {
        return naqi.subIndices().stream()
                .map(sub ->
                        "{\"pollutant\":\"%s\",\"concentration\":%s,\"unit\":\"%s\",\"index\":%d,\"category\":\"%s\"%s}"
                                .formatted(
                                        sub.pollutant().quantity(),
                                        number(sub.concentration()),
                                        sub.pollutant().unit(),
                                        sub.index(),
                                        sub.category().word(),
                                        sub.o3HourMissing() ? ",\"o3_1h_missing\":true" : ""))
                .collect(Collectors.joining(",", "[", "]"));
    }
}

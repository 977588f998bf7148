package town.nagar.norms.air;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import town.nagar.norms.Language;

/** An index as one JSON object, on one line. */
final class NaqiJson {
    private NaqiJson() {}

    static String of(Naqi naqi, Map<Pollutant, Concentration> given, Language language) {
        String head =
                naqi.prominent()
                        .map(top -> index(top, language))
                        .orElse(
                                "{\"aqi\":null,\"category\":null,\"prominent_pollutant\":null,"
                                        + "\"advisory\":null");
        return head
                + ",\"reason\":%s,\"reasons\":[%s],\"beyond_scale\":%s,\"rounding\":\"round_first\""
                        .formatted(firstReason(naqi.reasons()), all(naqi), naqi.beyondScale())
                + naqi.subIndices().stream()
                        .map(sub -> subIndex(sub, given))
                        .collect(Collectors.joining(",", ",\"sub_indices\":[", "]}"));
    }

    private static String index(SubIndex top, Language language) {
        return "{\"aqi\":%d,\"category\":%s,\"prominent_pollutant\":%s,\"advisory\":%s"
                .formatted(
                        top.index(),
                        quoted(top.category().word()),
                        quoted(top.pollutant().quantity()),
                        quoted(top.category().advisories().in(language)));
    }

    private static String firstReason(Set<Reason> reasons) {
        return reasons.stream().map(reason -> quoted(reason.code())).findFirst().orElse("null");
    }

    private static String all(Naqi naqi) {
        return naqi.reasons().stream()
                .map(reason -> quoted(reason.code()))
                .collect(Collectors.joining(","));
    }

    private static String subIndex(SubIndex sub, Map<Pollutant, Concentration> given) {
        Concentration mean = given.get(sub.pollutant());
        return "{\"pollutant\":%s,\"concentration\":%s,\"unit\":%s,\"index\":%d,\"category\":%s"
                        .formatted(
                                quoted(sub.pollutant().quantity()),
                                NaqiText.number(sub.concentration()),
                                quoted(sub.pollutant().unit()),
                                sub.index(),
                                quoted(sub.category().word()))
                + (mean == null ? "" : mean(mean))
                + (sub.beyondScale() ? ",\"beyond_scale\":true" : "")
                + (sub.o3HourMissing() ? ",\"o3_1h_missing\":true" : "")
                + "}";
    }

    private static String mean(Concentration mean) {
        String own =
                ",\"mean\":%s,\"averaging_hours\":%d"
                        .formatted(
                                NaqiText.number(mean.value()), mean.pollutant().averagingHours());
        return mean.isConverted()
                ? own
                        + ",\"original\":{\"value\":%s,\"unit\":%s,\"reference_celsius\":%d}"
                                .formatted(
                                        NaqiText.number(mean.givenValue()),
                                        quoted(mean.givenUnit()),
                                        mean.reference().celsius())
                : own;
    }

    /**
     * A JSON string; the texts of norms hold letters, quotes and blanks but no control characters.
     */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

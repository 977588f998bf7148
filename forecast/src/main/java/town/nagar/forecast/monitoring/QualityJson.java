package town.nagar.forecast.monitoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import town.nagar.forecast.backtest.Bands;
import town.nagar.forecast.serving.Measure;

/** The shapes of /v1/forecasts. */
final class QualityJson {
    private QualityJson() {}

    static Map<String, Object> review(Measure measure, Review review, Wards wards) {
        Map<String, Object> json = new LinkedHashMap<>();
        Map<String, Object> overall = review.whole().figures();
        overall.put("origins", review.origins());
        json.put("overall", overall);
        json.put("by_day", list(review.byDay(), QualityJson::day));
        json.put("by_horizon", list(review.byBand(), band -> horizon(measure, band)));
        json.put("by_place", list(review.byPlace(), place -> place(measure, place, wards)));
        json.put("by_hour", list(review.byHour(), hour -> Map.of("hour", hour)));
        json.put("by_ward", wards(measure, review, wards));
        return json;
    }

    /** What says of which part the figures are. */
    private interface Head<K> {
        Map<String, ?> of(K key);
    }

    private static <K> List<Object> list(Map<K, Tally> tallies, Head<K> head) {
        List<Object> rows = new ArrayList<>();
        tallies.forEach((key, tally) -> {
            Map<String, Object> row = new LinkedHashMap<>(head.of(key));
            row.putAll(tally.figures());
            rows.add(row);
        });
        return rows;
    }

    private static Map<String, String> day(java.time.LocalDate day) {
        return Map.of("day", day.toString());
    }

    private static Map<String, Object> horizon(Measure measure, int band) {
        int[] bands = Bands.of(measure.step(), measure.horizon());
        int first = 0;
        while (bands[first] < band) {
            first++;
        }
        int last = first;
        while (last + 1 < bands.length && bands[last + 1] == band) {
            last++;
        }
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("from_step", first + 1);
        head.put("until_step", last + 1);
        return head;
    }

    private static Map<String, Object> place(Measure measure, String place, Wards wards) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("place", place);
        wards.find(measure, place).ifPresent(ward -> head.put("ward", ward));
        return head;
    }

    /** Mean of the places' biases, so that each place counts alike. */
    private static List<Object> wards(Measure measure, Review review, Wards wards) {
        Map<String, List<Double>> biases = new TreeMap<>();
        review.byPlace()
                .forEach((place, tally) ->
                        wards.find(measure, place)
                                .ifPresent(ward ->
                                        biases.computeIfAbsent(ward, _ -> new ArrayList<>())
                                                .add(tally.bias())));
        List<Object> rows = new ArrayList<>();
        biases.forEach((ward, all) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("ward", ward);
            row.put("places", all.size());
            double mean = all.stream().mapToDouble(bias -> bias).average().orElse(Double.NaN);
            row.put("bias", Math.rint(mean * 1000) / 1000);
            rows.add(row);
        });
        return rows;
    }

    static Map<String, Object> episode(Episodes.Kept kept) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("alert_id", kept.id());
        json.put("rule", kept.rule());
        json.put("place", kept.place());
        json.put("status", kept.end().isPresent() ? "resolved" : "active");
        json.put("opened_at", kept.openedAt().toString());
        kept.end().ifPresent(at -> json.put("resolved_at", at.toString()));
        kept.fault().ifPresent(at -> json.put("faulty_since", at.toString()));
        json.put("description", kept.description());
        return json;
    }
}

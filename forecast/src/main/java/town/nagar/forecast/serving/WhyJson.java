package town.nagar.forecast.serving;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import town.nagar.forecast.explain.Contribution;
import town.nagar.forecast.explain.Explanation;

/** Why a forecast is as it is, as answers say it. */
final class WhyJson {
    private static final int TOP_FEATURES = 5;

    private WhyJson() {}

    /** An explanation, or that there is none. */
    static Map<String, Object> of(Optional<Explanation> why, Measure measure) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (why.isEmpty()) {
            json.put("status", "not_available");
        } else {
            json.put("of", measure.quantity());
            json.put("method", why.get().method());
            json.put("sentence", why.get().sentence(measure.unit()));
            json.put("top_features", features(why.get()));
        }
        return json;
    }

    private static List<Object> features(Explanation why) {
        double whole =
                why.contributions().stream().mapToDouble(each -> Math.abs(each.effect())).sum();
        List<Object> features = new ArrayList<>();
        for (Contribution each : why.strongest(TOP_FEATURES)) {
            Map<String, Object> feature = new LinkedHashMap<>();
            feature.put("feature", each.feature());
            feature.put(
                    "importance",
                    whole == 0 ? 0 : PointJson.rounded(Math.abs(each.effect()) / whole));
            feature.put("effect", PointJson.rounded(each.effect()));
            features.add(feature);
        }
        return features;
    }
}

package town.nagar.forecast.serving;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import town.nagar.contracts.Domain;
import town.nagar.forecast.explain.Contribution;
import town.nagar.forecast.explain.Explanation;
import town.nagar.forecast.interval.Bounds;
import town.nagar.forecast.serving.Prediction.Point;
import town.nagar.kit.http.ApiException;
import town.nagar.norms.air.Category;

/** Answers each kind of question with the fields that the API promises. */
final class Answers {
    private static final String PLACE = "the id of a place, at most 200 characters";
    private static final int TOP_FEATURES = 5;
    private static final int MOST_AQI = 500;
    static final Map<String, Integer> TRAFFIC_HORIZONS =
            horizons("2h", 2, "6h", 6, "12h", 12, "24h", 24);
    static final Map<String, Integer> POLLUTION_HORIZONS =
            horizons("6h", 6, "12h", 12, "24h", 24, "48h", 48);
    static final Map<String, Integer> WATER_HORIZONS = horizons("1d", 24, "3d", 72, "7d", 168);
    static final Map<String, Integer> MARKET_HORIZONS = horizons("1d", 1, "7d", 7, "30d", 30);
    static final Map<String, Integer> CROP_HORIZONS = horizons("season", 1);
    static final Map<String, Measure> PARAMETERS = parameters();

    private final Predictor predictor;
    private final UnaryOperator<String> key;

    /**
     * Answers to one caller.
     *
     * @param key gives for a place's id what decides whether a version in canary is shown
     */
    Answers(Predictor predictor, UnaryOperator<String> key) {
        this.predictor = predictor;
        this.key = key;
    }

    private Prediction said(Measure measure, String place, int steps) {
        return predictor.predict(measure, place, steps, key.apply(place));
    }

    private static Map<String, Integer> horizons(Object... pairs) {
        Map<String, Integer> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], (Integer) pairs[i + 1]);
        }
        return map;
    }

    private static Map<String, Measure> parameters() {
        Map<String, Measure> map = new LinkedHashMap<>();
        map.put("PM2.5", Measure.PM25);
        map.put("PM10", Measure.PM10);
        map.put("AQI", Measure.AQI);
        return map;
    }

    private static int steps(Ask ask, Map<String, Integer> horizons) {
        return horizons.getOrDefault(ask.choice("forecast_horizon", horizons.keySet()), 1);
    }

    Map<String, Object> traffic(Map<?, ?> body) {
        Ask ask =
                Ask.of(
                        body,
                        "request_id",
                        "type",
                        "location",
                        "forecast_horizon",
                        "include_confidence",
                        "include_explanation");
        Ask location = ask.object("location", "road_id", "coordinates");
        location.checkCoordinates("coordinates");
        String road = location.word("road_id", PLACE);
        int steps = steps(ask, TRAFFIC_HORIZONS);
        Prediction volume = said(Measure.VEHICLE_COUNT, road, steps);
        Prediction speed = said(Measure.AVERAGE_SPEED, road, steps);
        Prediction level = said(Measure.CONGESTION_LEVEL, road, steps);
        List<Object> items = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            Map<String, Object> item = item(volume.points().get(step));
            item.put("traffic_volume", rounded(volume.points().get(step).value()));
            item.put("average_speed", rounded(speed.points().get(step).value()));
            double congestion = Math.clamp(level.points().get(step).value(), 0, 100);
            item.put("congestion_level", Math.round(congestion));
            intervals(ask, volume.points().get(step), item);
            items.add(item);
        }
        Map<String, Object> answer = head(ask, List.of(volume, speed, level));
        answer.put("location", Map.of("road_id", road));
        answer.put("predictions", items);
        explain(ask, Measure.VEHICLE_COUNT, road, answer);
        return answer;
    }

    Map<String, Object> pollution(Map<?, ?> body) {
        Ask ask =
                Ask.of(
                        body,
                        "request_id",
                        "type",
                        "station_id",
                        "parameters",
                        "forecast_horizon",
                        "include_confidence",
                        "include_health_advisory",
                        "include_explanation");
        String station = ask.word("station_id", PLACE);
        List<String> asked = ask.choices("parameters", List.copyOf(PARAMETERS.keySet()));
        int steps = steps(ask, POLLUTION_HORIZONS);
        boolean advises = ask.flag("include_health_advisory", false);
        boolean confident = ask.flag("include_confidence", true);
        Map<String, Object> byParameter = new LinkedHashMap<>();
        List<Prediction> all = new ArrayList<>();
        for (String parameter : asked) {
            Prediction said = said(measure(parameter), station, steps);
            all.add(said);
            byParameter.put(
                    parameter,
                    said.points().stream()
                            .map(point -> air(said.measure(), point, confident, advises))
                            .toList());
        }
        Map<String, Object> answer = head(ask, all);
        answer.put("station_id", station);
        answer.put("predictions", byParameter);
        explain(ask, measure(asked.getFirst()), station, answer);
        return answer;
    }

    private static Measure measure(String parameter) {
        return PARAMETERS.getOrDefault(parameter, Measure.AQI);
    }

    private static Map<String, Object> air(
            Measure measure, Point point, boolean confident, boolean advises) {
        Map<String, Object> item = item(point);
        if (measure == Measure.AQI) {
            int index = Math.clamp(Math.round(point.value()), 0, MOST_AQI);
            item.put("value", index);
            item.put("category", Category.of(index).word());
            if (advises) {
                item.put("health_advisory", Category.of(index).advisory());
            }
        } else {
            item.put("value", rounded(point.value()));
        }
        if (confident && known(point.ninetyFive())) {
            item.put("confidence_interval", pair(point.ninetyFive()));
            item.put("interval_80", pair(point.eighty()));
        }
        return item;
    }

    Map<String, Object> water(Map<?, ?> body) {
        Ask ask = plain(body, "zone_id");
        String zone = ask.word("zone_id", PLACE);
        Prediction said = said(Measure.CONSUMPTION, zone, steps(ask, WATER_HORIZONS));
        return plain(ask, said, Map.of("zone_id", zone));
    }

    Map<String, Object> marketPrice(Map<?, ?> body) {
        Ask ask = plain(body, "mandi_id", "commodity");
        String mandi = ask.word("mandi_id", PLACE);
        String commodity = ask.word("commodity", "a commodity, such as wheat");
        Prediction said =
                said(Measure.MODAL_PRICE, mandi + ":" + commodity, steps(ask, MARKET_HORIZONS));
        return plain(ask, said, Map.of("mandi_id", mandi, "commodity", commodity));
    }

    Map<String, Object> cropYield(Map<?, ?> body) {
        Ask ask = plain(body, "field_id");
        String field = ask.word("field_id", PLACE);
        Prediction said = said(Measure.YIELD, field, steps(ask, CROP_HORIZONS));
        return plain(ask, said, Map.of("field_id", field));
    }

    private static Ask plain(Map<?, ?> body, String... own) {
        List<String> allowed =
                new ArrayList<>(
                        List.of(
                                "request_id",
                                "type",
                                "forecast_horizon",
                                "include_confidence",
                                "include_explanation"));
        allowed.addAll(List.of(own));
        return Ask.of(body, allowed.toArray(String[]::new));
    }

    private Map<String, Object> plain(Ask ask, Prediction said, Map<String, String> place) {
        List<Object> items = new ArrayList<>();
        for (Point point : said.points()) {
            Map<String, Object> item = item(point);
            item.put(said.measure().quantity(), rounded(point.value()));
            intervals(ask, point, item);
            items.add(item);
        }
        Map<String, Object> answer = head(ask, List.of(said));
        answer.putAll(place);
        answer.put("predictions", items);
        explain(ask, said.measure(), said.place(), answer);
        return answer;
    }

    private static Map<String, Object> item(Point point) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("timestamp", point.at().toString());
        return item;
    }

    private static void intervals(Ask ask, Point point, Map<String, Object> item) {
        if (ask.flag("include_confidence", true) && known(point.ninetyFive())) {
            item.put("confidence_interval", bounds(point.ninetyFive(), 0.95));
            item.put("interval_80", bounds(point.eighty(), 0.8));
        }
    }

    private static boolean known(Bounds bounds) {
        return Double.isFinite(bounds.lower()) && Double.isFinite(bounds.upper());
    }

    private static Map<String, Object> bounds(Bounds bounds, double level) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("lower", rounded(bounds.lower()));
        map.put("upper", rounded(bounds.upper()));
        map.put("confidence", level);
        return map;
    }

    private static List<Double> pair(Bounds bounds) {
        return List.of(rounded(bounds.lower()), rounded(bounds.upper()));
    }

    private static double rounded(double value) {
        return Math.rint(value * 1000) / 1000;
    }

    /** What every answer says of itself: model, units, and whether it is less than it should be. */
    private static Map<String, Object> head(Ask ask, List<Prediction> all) {
        Map<String, Object> answer = new LinkedHashMap<>();
        ask.requestId().ifPresent(id -> answer.put("request_id", id));
        answer.put("model_version", version(all.getFirst()));
        Map<String, Object> models = new LinkedHashMap<>();
        Map<String, Object> units = new LinkedHashMap<>();
        for (Prediction each : all) {
            models.put(each.measure().quantity(), model(each));
            units.put(each.measure().quantity(), each.measure().unit());
        }
        boolean degraded = all.stream().anyMatch(each -> each.basis().degraded());
        answer.put("degraded", degraded);
        if (degraded) {
            answer.put(
                    "reason",
                    all.stream()
                            .filter(each -> each.basis().degraded())
                            .map(each -> each.measure().quantity() + ": " + each.basis().reason())
                            .distinct()
                            .collect(Collectors.joining("; ")));
        }
        answer.put("models", models);
        answer.put("units", units);
        return answer;
    }

    /** Such as {@code traffic-ensemble-v1.0.0}, or {@code traffic-week-mean-baseline}. */
    private static String version(Prediction said) {
        Domain domain = said.measure().domain();
        Basis basis = said.basis();
        return "%s-%s-%s"
                .formatted(
                        domain.word(),
                        basis.model(),
                        basis.degraded() ? "baseline" : "v" + basis.version());
    }

    private static Map<String, Object> model(Prediction said) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("name", said.measure().model());
        model.put("version", version(said));
        model.put("degraded", said.basis().degraded());
        if (!said.basis().degraded()) {
            model.put("stage", said.basis().stage().word());
            model.put("kept_by", said.basis().confirmed() ? "registry" : "local copy");
        }
        model.put(
                "history",
                Map.of(
                        "stored_steps", said.basis().storedSteps(),
                        "generated_steps", said.basis().generatedSteps()));
        return model;
    }

    private void explain(Ask ask, Measure measure, String place, Map<String, Object> answer) {
        if (!ask.flag("include_explanation", false)) {
            return;
        }
        Optional<Explanation> why = predictor.explain(measure, place, key.apply(place));
        Map<String, Object> explanation = new LinkedHashMap<>();
        if (why.isEmpty()) {
            explanation.put("status", "not_available");
        } else {
            explanation.put("of", measure.quantity());
            explanation.put("method", why.get().method());
            explanation.put("sentence", why.get().sentence(measure.unit()));
            explanation.put("top_features", features(why.get()));
        }
        answer.put("explanation", explanation);
    }

    private static List<Object> features(Explanation why) {
        double whole =
                why.contributions().stream().mapToDouble(each -> Math.abs(each.effect())).sum();
        List<Object> features = new ArrayList<>();
        for (Contribution each : why.strongest(TOP_FEATURES)) {
            Map<String, Object> feature = new LinkedHashMap<>();
            feature.put("feature", each.feature());
            feature.put("importance", whole == 0 ? 0 : rounded(Math.abs(each.effect()) / whole));
            feature.put("effect", rounded(each.effect()));
            features.add(feature);
        }
        return features;
    }

    /**
     * Answers a question of a kind.
     *
     * @throws ApiException 400 if there is no such kind
     */
    Map<String, Object> of(String kind, Map<?, ?> body) {
        return switch (kind) {
            case "traffic" -> traffic(body);
            case "pollution" -> pollution(body);
            case "water" -> water(body);
            case "crop-yield" -> cropYield(body);
            case "market-price" -> marketPrice(body);
            default ->
                    throw ApiException.invalidParameter(
                            "type",
                            kind,
                            List.of("traffic", "pollution", "water", "crop-yield", "market-price"));
        };
    }
}

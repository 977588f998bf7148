package town.nagar.forecast.serving;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import town.nagar.forecast.explain.Explanation;
import town.nagar.forecast.serving.Prediction.Point;
import town.nagar.kit.http.ApiException;

/** Answers each kind of question with the fields that the API promises. */
final class Answers {
    private static final String PLACE = "the id of a place, at most 200 characters";

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
        int steps = Horizons.steps(ask, Horizons.TRAFFIC);
        Prediction volume = said(Measure.VEHICLE_COUNT, road, steps);
        Prediction speed = said(Measure.AVERAGE_SPEED, road, steps);
        Prediction level = said(Measure.CONGESTION_LEVEL, road, steps);
        List<Object> items = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            Map<String, Object> item = PointJson.item(volume.points().get(step));
            item.put("traffic_volume", PointJson.rounded(volume.points().get(step).value()));
            item.put("average_speed", PointJson.rounded(speed.points().get(step).value()));
            double congestion = Math.clamp(level.points().get(step).value(), 0, 100);
            item.put("congestion_level", Math.round(congestion));
            PointJson.intervals(ask, volume.points().get(step), item);
            items.add(item);
        }
        Map<String, Object> answer = HeadJson.of(ask, List.of(volume, speed, level));
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
        List<String> asked = ask.choices("parameters", List.copyOf(AirJson.PARAMETERS.keySet()));
        int steps = Horizons.steps(ask, Horizons.POLLUTION);
        boolean advises = ask.flag("include_health_advisory", false);
        boolean confident = ask.flag("include_confidence", true);
        Map<String, Object> byParameter = new LinkedHashMap<>();
        List<Prediction> all = new ArrayList<>();
        for (String parameter : asked) {
            Prediction said = said(AirJson.measure(parameter), station, steps);
            all.add(said);
            byParameter.put(
                    parameter,
                    said.points().stream()
                            .map(point -> AirJson.item(said.measure(), point, confident, advises))
                            .toList());
        }
        Map<String, Object> answer = HeadJson.of(ask, all);
        answer.put("station_id", station);
        answer.put("predictions", byParameter);
        explain(ask, AirJson.measure(asked.getFirst()), station, answer);
        return answer;
    }

    Map<String, Object> water(Map<?, ?> body) {
        Ask ask = plain(body, "zone_id");
        String zone = ask.word("zone_id", PLACE);
        Prediction said = said(Measure.CONSUMPTION, zone, Horizons.steps(ask, Horizons.WATER));
        return plain(ask, said, Map.of("zone_id", zone));
    }

    Map<String, Object> marketPrice(Map<?, ?> body) {
        Ask ask = plain(body, "mandi_id", "commodity");
        String mandi = ask.word("mandi_id", PLACE);
        String commodity = ask.word("commodity", "a commodity, such as wheat");
        Prediction said =
                said(
                        Measure.MODAL_PRICE,
                        mandi + ":" + commodity,
                        Horizons.steps(ask, Horizons.MARKET));
        return plain(ask, said, Map.of("mandi_id", mandi, "commodity", commodity));
    }

    Map<String, Object> cropYield(Map<?, ?> body) {
        Ask ask = plain(body, "field_id");
        String field = ask.word("field_id", PLACE);
        Prediction said = said(Measure.YIELD, field, Horizons.steps(ask, Horizons.CROP));
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
            Map<String, Object> item = PointJson.item(point);
            item.put(said.measure().quantity(), PointJson.rounded(point.value()));
            PointJson.intervals(ask, point, item);
            items.add(item);
        }
        Map<String, Object> answer = HeadJson.of(ask, List.of(said));
        answer.putAll(place);
        answer.put("predictions", items);
        explain(ask, said.measure(), said.place(), answer);
        return answer;
    }

    private void explain(Ask ask, Measure measure, String place, Map<String, Object> answer) {
        if (ask.flag("include_explanation", false)) {
            Optional<Explanation> why = predictor.explain(measure, place, key.apply(place));
            answer.put("explanation", WhyJson.of(why, measure));
        }
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

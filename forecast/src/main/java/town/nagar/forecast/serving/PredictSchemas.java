package town.nagar.forecast.serving;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import java.util.Map;

/** The shapes of questions about the future and of their answers. */
final class PredictSchemas {
    private static final List<String> ANSWERS =
            List.of("Traffic", "Pollution", "Water", "CropYield", "MarketPrice");

    private PredictSchemas() {}

    static void addTo(Components components) {
        components.addSchemas("TrafficQuestion", trafficQuestion());
        components.addSchemas("PollutionQuestion", pollutionQuestion());
        components.addSchemas("WaterQuestion", question(Horizons.WATER, "zone_id"));
        components.addSchemas("CropYieldQuestion", question(Horizons.CROP, "field_id"));
        components.addSchemas(
                "MarketPriceQuestion", question(Horizons.MARKET, "mandi_id", "commodity"));
        components.addSchemas("TrafficPrediction", trafficAnswer());
        components.addSchemas("PollutionPrediction", pollutionAnswer());
        components.addSchemas("WaterPrediction", answer(Measure.CONSUMPTION, "zone_id"));
        components.addSchemas("CropYieldPrediction", answer(Measure.YIELD, "field_id"));
        components.addSchemas(
                "MarketPricePrediction", answer(Measure.MODAL_PRICE, "mandi_id", "commodity"));
        components.addSchemas("PredictBatch", batch());
        components.addSchemas("PredictBatchResults", results());
    }

    private static Schema<?> text(String description) {
        return new StringSchema().description(description);
    }

    private static Schema<?> number(String description) {
        return new NumberSchema().description(description);
    }

    private static Schema<?> list(Schema<?> of) {
        return new ArraySchema().items(of);
    }

    private static Schema<?> words(Iterable<String> allowed) {
        StringSchema words = new StringSchema();
        allowed.forEach(words::addEnumItem);
        return words;
    }

    private static Schema<?> question(Map<String, Integer> horizons, String... places) {
        Schema<?> question =
                new ObjectSchema()
                        .addProperty("forecast_horizon", words(horizons.keySet()))
                        .addProperty(
                                "include_confidence",
                                new BooleanSchema().description("true if not given"))
                        .addProperty(
                                "include_explanation",
                                new BooleanSchema().description("false if not given"))
                        .addProperty("request_id", text("repeated in the answer"))
                        .addRequiredItem("forecast_horizon");
        for (String place : places) {
            question.addProperty(place, text("")).addRequiredItem(place);
        }
        return question;
    }

    private static Schema<?> trafficQuestion() {
        Schema<?> location =
                new ObjectSchema()
                        .addProperty("road_id", text(""))
                        .addProperty("coordinates", list(number("latitude, then longitude")))
                        .addRequiredItem("road_id");
        return question(Horizons.TRAFFIC)
                .addProperty("location", location)
                .addRequiredItem("location");
    }

    private static Schema<?> pollutionQuestion() {
        return question(Horizons.POLLUTION, "station_id")
                .addProperty("parameters", list(words(AirJson.PARAMETERS.keySet())))
                .addProperty(
                        "include_health_advisory",
                        new BooleanSchema().description("false if not given"));
    }

    private static Schema<?> interval() {
        return new ObjectSchema()
                .addProperty("lower", number(""))
                .addProperty("upper", number(""))
                .addProperty("confidence", number("0.95 or 0.8"));
    }

    private static Schema<?> point() {
        return new ObjectSchema()
                .addProperty(
                        "timestamp", new StringSchema().format("date-time").description("start"))
                .addProperty("confidence_interval", interval())
                .addProperty("interval_80", interval());
    }

    private static Schema<?> trafficAnswer() {
        Schema<?> item =
                point().addProperty("traffic_volume", number("vehicles in a counting interval"))
                        .addProperty("average_speed", number("km/h"))
                        .addProperty("congestion_level", number("0 to 100"));
        return head().addProperty("location", new ObjectSchema().addProperty("road_id", text("")))
                .addProperty("predictions", list(item));
    }

    private static Schema<?> pollutionAnswer() {
        Schema<?> item =
                new ObjectSchema()
                        .addProperty("timestamp", new StringSchema().format("date-time"))
                        .addProperty("value", number("\u00b5g/m\u00b3, or the index"))
                        .addProperty("category", text("of the index"))
                        .addProperty("health_advisory", text("of the category"))
                        .addProperty("confidence_interval", list(number("95 %: lower, upper")))
                        .addProperty("interval_80", list(number("80 %: lower, upper")));
        Schema<?> byParameter = new ObjectSchema();
        AirJson.PARAMETERS.keySet().forEach(name -> byParameter.addProperty(name, list(item)));
        return head().addProperty("station_id", text("")).addProperty("predictions", byParameter);
    }

    private static Schema<?> answer(Measure measure, String... places) {
        Schema<?> answer = head();
        for (String place : places) {
            answer.addProperty(place, text(""));
        }
        Schema<?> item = point().addProperty(measure.quantity(), number(measure.unit()));
        return answer.addProperty("predictions", list(item));
    }

    /** What every answer says of itself. */
    private static Schema<?> head() {
        Schema<?> model =
                new ObjectSchema()
                        .addProperty("name", text("such as traffic.vehicle_count"))
                        .addProperty("version", text("such as traffic-ensemble-v1.0.0"))
                        .addProperty("degraded", new BooleanSchema());
        return new ObjectSchema()
                .addProperty("request_id", text(""))
                .addProperty("model_version", text("of the first quantity"))
                .addProperty(
                        "degraded",
                        new BooleanSchema().description("a seasonal baseline speaks instead"))
                .addProperty("reason", text("why it does"))
                .addProperty("models", new ObjectSchema().additionalProperties(model))
                .addProperty("units", new ObjectSchema().additionalProperties(text("")))
                .addProperty("explanation", explanation())
                .addProperty("inference_time_ms", number("ms"));
    }

    private static Schema<?> explanation() {
        Schema<?> feature =
                new ObjectSchema()
                        .addProperty("feature", text(""))
                        .addProperty("importance", number("share of all effects"))
                        .addProperty("effect", number("in the quantity's unit"));
        return new ObjectSchema()
                .addProperty("status", text("not_available, if there is none"))
                .addProperty("of", text("the quantity"))
                .addProperty("method", text(""))
                .addProperty("sentence", text(""))
                .addProperty("top_features", list(feature));
    }

    private static Schema<?> batch() {
        return new ObjectSchema()
                .addProperty(
                        "requests",
                        list(
                                new ObjectSchema()
                                        .description(
                                                "a question, and its type: the last part of its path")
                                        .addProperty("type", text(""))
                                        .addRequiredItem("type")))
                .addRequiredItem("requests");
    }

    private static Schema<?> results() {
        Schema<?> body = new Schema<>();
        ANSWERS.forEach(name ->
                body.addOneOfItem(
                        new Schema<>().$ref("#/components/schemas/%sPrediction".formatted(name))));
        return new ObjectSchema()
                .addProperty(
                        "results",
                        list(
                                new ObjectSchema()
                                        .addProperty("status", new IntegerSchema())
                                        .addProperty("body", body)
                                        .addProperty(
                                                "error",
                                                new ObjectSchema()
                                                        .addProperty("code", text(""))
                                                        .addProperty("message", text(""))
                                                        .addProperty(
                                                                "details", new ObjectSchema()))));
    }
}

package town.nagar.forecast.retraining;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import town.nagar.forecast.registry.models.ModelsApiDescription;
import town.nagar.forecast.registry.models.ModelsApiDescription.Call;

/** Says of the routes of monitoring and retraining what they take and give. */
final class ForecastsApiDescription implements OpenApiCustomizer {
    private static final List<Call> CALLS =
            List.of(
                    Call.get(
                            "/v1/forecasts/quality",
                            "getForecastQuality",
                            "How good forecasts were on times whose truth is known",
                            "ForecastQuality",
                            "measure",
                            "days",
                            "version"),
                    Call.get(
                            "/v1/forecasts/drift",
                            "listForecastDrift",
                            "Sensors, features and predictions that have moved; the newest first",
                            "ForecastDrift",
                            "measure",
                            "days"),
                    Call.send(
                            HttpMethod.POST,
                            "/v1/models/{name}/retrain",
                            "retrainModel",
                            "Asks for a new version, trained on what the town has stored",
                            "Reason",
                            "202",
                            "RetrainingAsked"),
                    Call.get(
                            "/v1/models/{name}/retrainings",
                            "listRetrainings",
                            "Trainings of a model, what called for them and what became of them",
                            "Retrainings",
                            "per_page"));

    @Override
    public void customise(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(new Components());
        }
        Components components = api.getComponents();
        components.addSchemas("ForecastQuality", quality());
        components.addSchemas("ForecastDrift", drift());
        components.addSchemas("RetrainingAsked", asked());
        components.addSchemas("Retrainings", retrainings());
        if (Optional.ofNullable(components.getSchemas().get("Reason")).isEmpty()) {
            components.addSchemas("Reason", texts("reason").required(List.of("reason")));
        }
        ModelsApiDescription.describe(CALLS, api);
    }

    private static Schema<?> texts(String... names) {
        Schema<?> object = new ObjectSchema();
        for (String name : names) {
            object.addProperty(name, new StringSchema());
        }
        return object;
    }

    private static Schema<?> number(String description) {
        return new NumberSchema().description(description);
    }

    private static Schema<?> time(String description) {
        return new StringSchema().format("date-time").description(description);
    }

    private static Schema<?> list(Schema<?> of) {
        return new ArraySchema().items(of);
    }

    private static Schema<?> figures() {
        return new ObjectSchema()
                .description("figures without a finite value are left out")
                .addProperty("forecasts", new IntegerSchema().description("that were compared"))
                .addProperty("mae", number("in the measure's unit"))
                .addProperty("rmse", number("in the measure's unit"))
                .addProperty("mape_percent", number("truths of 0 are left out"))
                .addProperty("wape_percent", number("errors' sum as a share of the truths'"))
                .addProperty("bias", number("forecast less truth, in the measure's unit"))
                .addProperty("coverage80_percent", number("of truths in the 80 % interval"))
                .addProperty("coverage95_percent", number("of truths in the 95 % interval"))
                .addProperty("baseline_mae", number("the best seasonal baseline's"))
                .addProperty("skill_percent", number("of the baseline's error that is undercut"));
    }

    private static Schema<?> figuresOf(String name, Schema<?> key) {
        return figures().addProperty(name, key);
    }

    private static Schema<?> quality() {
        Schema<?> bands = figuresOf("from_step", new IntegerSchema().description("from 1"));
        bands.addProperty("until_step", new IntegerSchema().description("the last of the band"));
        Schema<?> places = figuresOf("place", new StringSchema());
        places.addProperty("ward", new StringSchema().description("where it is known"));
        Schema<?> wards = texts("ward");
        wards.addProperty("places", new IntegerSchema());
        wards.addProperty("bias", number("mean of its places' biases"));
        return texts("measure", "unit", "of")
                .addProperty("from", time("first time"))
                .addProperty("until", time("last time"))
                .addProperty("overall", figuresOf("origins", new IntegerSchema()))
                .addProperty("by_day", list(figuresOf("day", new StringSchema().format("date"))))
                .addProperty("by_horizon", list(bands))
                .addProperty("by_place", list(places))
                .addProperty("by_hour", list(figuresOf("hour", new IntegerSchema())))
                .addProperty("by_ward", list(wards));
    }

    private static Schema<?> drift() {
        Schema<?> episode =
                texts("alert_id", "rule", "place", "status", "description")
                        .addProperty("opened_at", time("when it was found"))
                        .addProperty("resolved_at", time("absent while it lasts"))
                        .addProperty(
                                "faulty_since", time("of a place that differs from all others"));
        return texts("measure", "unit")
                .addProperty("from", time("first time"))
                .addProperty("until", time("last time"))
                .addProperty("data", list(episode));
    }

    private static Schema<?> asked() {
        return texts("model", "state", "status_url")
                .addProperty(
                        "joined",
                        new BooleanSchema().description("one of the model waited already"));
    }

    private static Schema<?> retrainings() {
        Schema<?> one =
                texts("cause", "who", "why", "state", "outcome")
                        .addProperty("id", new IntegerSchema())
                        .addProperty("asked_at", time("when it was asked for"))
                        .addProperty("ended_at", time("absent until it ends"));
        return new ObjectSchema().addProperty("data", list(one));
    }
}

package town.nagar.forecast.registry.models;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import java.util.Optional;

/** The shapes of what /v1/models takes and gives. */
final class ModelsSchemas {
    private ModelsSchemas() {}

    static void addTo(Components components) {
        components.addSchemas("Model", model());
        components.addSchemas("Models", page("Model"));
        components.addSchemas("NewModel", texts("name", "description").required(List.of("name")));
        components.addSchemas("ModelVersion", version());
        components.addSchemas("ModelVersions", page("ModelVersion"));
        components.addSchemas("NewModelVersion", newVersion());
        components.addSchemas("ModelFile", file());
        components.addSchemas("WalkForward", walkForward());
        components.addSchemas("ModelChange", change());
        components.addSchemas("ModelChanges", page("ModelChange"));
        components.addSchemas("Reason", texts("reason").required(List.of("reason")));
        components.addSchemas(
                "StageWish", texts("stage", "reason").required(List.of("stage", "reason")));
        if (Optional.ofNullable(components.getSchemas().get("Error")).isEmpty()) {
            components.addSchemas("Error", error());
        }
    }

    static Schema<?> text(String description) {
        StringSchema text = new StringSchema();
        if (!description.isEmpty()) {
            text.setDescription(description);
        }
        return text;
    }

    private static Schema<?> texts(String... names) {
        Schema<?> object = new ObjectSchema();
        for (String name : names) {
            object.addProperty(name, text(""));
        }
        return object;
    }

    private static Schema<?> time() {
        return new StringSchema().format("date-time");
    }

    private static Schema<?> number(String description) {
        return new NumberSchema().description(description);
    }

    private static Schema<?> nullable(Schema<?> schema) {
        schema.addType(schema.getType());
        schema.addType("null");
        return schema;
    }

    private static Schema<?> list(Schema<?> of) {
        return new ArraySchema().items(of);
    }

    private static Schema<?> page(String shape) {
        return new ObjectSchema()
                .addProperty("data", list(new Schema<>().$ref("#/components/schemas/" + shape)))
                .addProperty(
                        "pagination",
                        new ObjectSchema()
                                .addProperty("next", text("cursor; absent on the last page")));
    }

    private static Schema<?> model() {
        return texts("name", "description")
                .addProperty("created_at", time())
                .addProperty("updated_at", time())
                .addProperty("production", nullable(text("the version in service")))
                .addProperty("canary", nullable(text("the version that answers a share of calls")))
                .addProperty("shadow", list(text("versions that predict unseen")))
                .addProperty("versions", new IntegerSchema())
                .addProperty("rollout", rollout());
    }

    private static Schema<?> rollout() {
        Schema<?> record =
                texts("version", "stage")
                        .addProperty("stands_since", time())
                        .addProperty("truths", new IntegerSchema())
                        .addProperty("origins", new IntegerSchema())
                        .addProperty("mae", number("mean absolute error"))
                        .addProperty("baseline_mae", number("the best baseline's"))
                        .addProperty("covered80_percent", number("of the 80 % intervals"))
                        .addProperty("covered95_percent", number("of the 95 % intervals"));
        return new ObjectSchema()
                .description("of one model: who is shown what, and how that went")
                .addProperty("canary_share", number("of calls, from 0 to 1"))
                .addProperty("split_by", text("place or caller"))
                .addProperty("approval", text("person or automatic, before production"))
                .addProperty("since", time())
                .addProperty("track_records", list(record));
    }

    private static Schema<?> parameters() {
        return new ObjectSchema().additionalProperties(text(""));
    }

    private static Schema<?> version() {
        return texts("model", "description", "source", "run_id", "registered_by")
                .addProperty("version", text("major.minor.patch"))
                .addProperty("number", new IntegerSchema())
                .addProperty("stage", text("none, shadow, canary, production or archived"))
                .addProperty("created_at", time())
                .addProperty(
                        "lineage",
                        texts("data_hash", "feature_set", "code_version", "parent_version")
                                .addProperty("parameters", parameters()))
                .addProperty("evidence", new Schema<>().$ref("#/components/schemas/WalkForward"))
                .addProperty(
                        "gate",
                        new ObjectSchema()
                                .addProperty("passes", new BooleanSchema())
                                .addProperty("objections", list(text("one sentence"))))
                .addProperty("approved", new BooleanSchema());
    }

    private static Schema<?> newVersion() {
        Schema<?> fresh =
                texts(
                        "source",
                        "run_id",
                        "description",
                        "data_hash",
                        "feature_set",
                        "code_version",
                        "parent_version");
        fresh.addProperty("parameters", parameters());
        fresh.addProperty("evidence", new Schema<>().$ref("#/components/schemas/WalkForward"));
        fresh.setRequired(List.of("source", "data_hash", "feature_set", "code_version"));
        return fresh;
    }

    private static Schema<?> file() {
        return texts("source", "sha256").addProperty("bytes", new IntegerSchema());
    }

    private static Schema<?> walkForward() {
        Schema<?> together =
                judged().description(
                                "all horizons as one; errors are means of shares of the best"
                                        + " baseline's error at each; null in older evidence, which"
                                        + " the gate refuses");
        return new ObjectSchema()
                .addProperty("step", text("of the series, such as 1h"))
                .addProperty("measure", text("the error's name, such as mae"))
                .addProperty("origins", new IntegerSchema())
                .addProperty("horizons", list(judged()))
                .addProperty("together", nullable(together));
    }

    /** How a version did at one horizon. */
    private static Schema<?> judged() {
        Schema<?> against =
                new ObjectSchema()
                        .addProperty("baseline", text("such as last-week"))
                        .addProperty("error", number("the baseline's"))
                        .addProperty("gain_low", number("of the bootstrap's 95 % interval"))
                        .addProperty("gain_high", number("of the bootstrap's 95 % interval"));
        return new ObjectSchema()
                .addProperty("horizon", text("such as 24h"))
                .addProperty("error", number("the version's"))
                .addProperty("coverage80_percent", number("of the 80 % intervals"))
                .addProperty("coverage95_percent", number("of the 95 % intervals"))
                .addProperty("coverage80_chance", nullable(chance()))
                .addProperty("coverage95_chance", nullable(chance()))
                .addProperty("against", list(against));
    }

    private static Schema<?> chance() {
        return new ObjectSchema()
                .addProperty("low_percent", number("of the bootstrap's 95 % interval"))
                .addProperty("high_percent", number("of the bootstrap's 95 % interval"))
                .description(
                        "what chance leaves open of that coverage; null in older evidence, whose"
                                + " coverage may miss by 3 points alone");
    }

    private static Schema<?> change() {
        return texts("who", "what", "why")
                .addProperty("id", new IntegerSchema())
                .addProperty("at", time())
                .addProperty("number", new IntegerSchema().description("0: the model as a whole"))
                .addProperty("detail", new ObjectSchema());
    }

    private static Schema<?> error() {
        return new ObjectSchema()
                .addProperty(
                        "error",
                        texts("code", "message", "request_id")
                                .addProperty("details", new ObjectSchema())
                                .addProperty("timestamp", time()));
    }
}

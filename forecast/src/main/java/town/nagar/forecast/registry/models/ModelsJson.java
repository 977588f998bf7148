package town.nagar.forecast.registry.models;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import town.nagar.forecast.registry.catalogue.RegisteredModel;
import town.nagar.forecast.registry.release.Change;
import town.nagar.forecast.registry.release.Lineage;
import town.nagar.forecast.registry.release.Objection;
import town.nagar.forecast.registry.release.Release;
import town.nagar.forecast.registry.release.Stage;

/** The shapes of /v1/models. */
final class ModelsJson {
    private ModelsJson() {}

    static Map<String, @Nullable Object> model(RegisteredModel model, List<Release> releases) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", model.name());
        json.put("description", model.description());
        json.put("created_at", time(model.createdMillis()));
        json.put("updated_at", time(model.updatedMillis()));
        json.put("production", number(releases, Stage.PRODUCTION));
        json.put("canary", number(releases, Stage.CANARY));
        json.put(
                "shadow",
                releases.stream()
                        .filter(one -> one.stage() == Stage.SHADOW)
                        .map(one -> one.number().toString())
                        .toList());
        json.put("versions", releases.size());
        return json;
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    private static @Nullable String number(List<Release> releases, Stage stage) {
        Optional<String> number =
                releases.stream()
                        .filter(one -> one.stage() == stage)
                        .map(one -> one.number().toString())
                        .findFirst();
        return number.orElse(null);
    }

    static Map<String, Object> version(Release release) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("model", release.version().name());
        json.put("version", release.number().toString());
        json.put("number", release.version().version());
        json.put("stage", release.stage().word());
        json.put("description", release.version().description());
        json.put("source", release.version().source());
        json.put("run_id", release.version().runId());
        json.put("created_at", time(release.version().createdMillis()));
        json.put("registered_by", release.version().user());
        json.put("lineage", lineage(release.lineage()));
        return json;
    }

    private static Map<String, Object> lineage(Lineage lineage) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("data_hash", lineage.dataHash());
        json.put("feature_set", lineage.featureSet());
        json.put("parameters", lineage.parameters());
        json.put("code_version", lineage.codeVersion());
        json.put("parent_version", lineage.parentVersion());
        return json;
    }

    static Map<String, Object> gate(List<Objection> objections) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("passes", objections.isEmpty());
        json.put("objections", objections.stream().map(Objection::sentence).toList());
        return json;
    }

    static Map<String, Object> change(Change change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", change.id());
        json.put("at", change.at().toString());
        json.put("who", change.who());
        json.put("what", change.what());
        json.put("number", change.version());
        json.put("why", change.why());
        json.put("detail", change.detail());
        return json;
    }

    /** A list with the cursor of its next page, which is empty on the last. */
    static Map<String, Object> page(List<?> data, String next) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("data", data);
        json.put("pagination", next.isEmpty() ? Map.of() : Map.of("next", next));
        return json;
    }
}

package town.nagar.forecast.registry.mlflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import town.nagar.forecast.registry.catalogue.MlflowStage;
import town.nagar.forecast.registry.catalogue.ModelVersion;
import town.nagar.forecast.registry.catalogue.RegisteredModel;
import town.nagar.forecast.registry.search.Search;
import town.nagar.forecast.registry.tracking.Experiment;
import town.nagar.forecast.registry.tracking.Metric;
import town.nagar.forecast.registry.tracking.Run;

/**
 * MLflow's shapes. Whole numbers of 64 bits are strings, as protocol buffers read and write them.
 */
final class MlflowJson {
    private MlflowJson() {}

    static Map<String, Object> experiment(Experiment experiment) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("experiment_id", Long.toString(experiment.id()));
        json.put("name", experiment.name());
        json.put("artifact_location", experiment.artifactLocation());
        json.put("lifecycle_stage", experiment.stage());
        json.put("creation_time", Long.toString(experiment.createdMillis()));
        json.put("last_update_time", Long.toString(experiment.updatedMillis()));
        json.put("tags", keyed(experiment.tags()));
        return json;
    }

    private static List<Map<String, String>> keyed(Map<String, String> values) {
        List<Map<String, String>> list = new ArrayList<>();
        values.forEach((key, value) -> {
            Map<String, String> one = new LinkedHashMap<>();
            one.put("key", key);
            one.put("value", value);
            list.add(one);
        });
        return list;
    }

    static Map<String, Object> runInfo(Run run) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("run_id", run.id());
        info.put("run_uuid", run.id());
        info.put("run_name", run.name());
        info.put("experiment_id", Long.toString(run.experimentId()));
        info.put("user_id", run.user());
        info.put("status", run.status());
        info.put("start_time", Long.toString(run.startMillis()));
        if (run.endMillis() > 0) {
            info.put("end_time", Long.toString(run.endMillis()));
        }
        info.put("artifact_uri", run.artifactUri());
        info.put("lifecycle_stage", run.stage());
        return info;
    }

    static Map<String, Object> run(Run run) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("metrics", run.metrics().stream().map(MlflowJson::metric).toList());
        data.put("params", keyed(run.parameters()));
        data.put("tags", keyed(run.tags()));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("info", runInfo(run));
        json.put("data", data);
        return json;
    }

    static Map<String, Object> metric(Metric metric) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("key", metric.key());
        json.put(
                "value",
                Double.isFinite(metric.value()) ? metric.value() : Double.toString(metric.value()));
        json.put("timestamp", Long.toString(metric.millis()));
        json.put("step", Long.toString(metric.step()));
        return json;
    }

    static Map<String, Object> version(ModelVersion version) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", version.name());
        json.put("version", Integer.toString(version.version()));
        json.put("creation_timestamp", Long.toString(version.createdMillis()));
        json.put("last_updated_timestamp", Long.toString(version.updatedMillis()));
        json.put("user_id", version.user());
        json.put("current_stage", version.stage().word());
        json.put("description", version.description());
        json.put("source", version.source());
        json.put("run_id", version.runId());
        json.put("status", "READY");
        json.put("tags", keyed(version.tags()));
        json.put("run_link", version.runLink());
        json.put("aliases", version.aliases());
        return json;
    }

    /** A model with the newest of its versions in each stage. */
    static Map<String, Object> model(RegisteredModel model, List<ModelVersion> versions) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", model.name());
        json.put("creation_timestamp", Long.toString(model.createdMillis()));
        json.put("last_updated_timestamp", Long.toString(model.updatedMillis()));
        json.put("description", model.description());
        json.put("tags", keyed(model.tags()));
        json.put("latest_versions", latest(versions, List.of(MlflowStage.values())));
        json.put(
                "aliases",
                model.aliases().entrySet().stream()
                        .map(alias ->
                                Map.of(
                                        "alias",
                                        alias.getKey(),
                                        "version",
                                        Integer.toString(alias.getValue())))
                        .toList());
        return json;
    }

    /** The newest version in each of some stages. */
    static List<Map<String, Object>> latest(List<ModelVersion> versions, List<MlflowStage> stages) {
        Map<MlflowStage, ModelVersion> newest = new LinkedHashMap<>();
        versions.forEach(version -> newest.put(version.stage(), version)); // the oldest first
        return stages.stream()
                .filter(newest::containsKey)
                .map(newest::get)
                .map(MlflowJson::version)
                .toList();
    }

    /** A page under a name, with the token of the next where there is one. */
    static Map<String, Object> page(String name, List<?> rows, Search.Page<?> page) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(name, rows);
        if (!page.next().isEmpty()) {
            json.put("next_page_token", page.next());
        }
        return json;
    }
}

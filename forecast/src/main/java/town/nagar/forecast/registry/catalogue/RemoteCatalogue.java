package town.nagar.forecast.registry.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import town.nagar.kit.http.ApiException;

/** Models and versions on an MLflow server, by its REST API. */
public final class RemoteCatalogue implements Catalogue, AutoCloseable {
    private static final int NOT_FOUND = 404;

    private final MlflowServer server;

    /**
     * A server.
     *
     * @param url such as {@code http://mlflow:5000}
     * @param token sent as a bearer token; empty for none
     */
    public RemoteCatalogue(URI url, String token) {
        this.server = new MlflowServer(url, token);
    }

    @Override
    public RegisteredModel createModel(String name, String description, Map<String, String> tags) {
        ObjectNode body =
                MlflowServer.JSON
                        .createObjectNode()
                        .put("name", name)
                        .put("description", description);
        body.set("tags", MlflowServer.keyed(tags));
        return model(
                server.send("POST", "registered-models/create", body).path("registered_model"));
    }

    @Override
    public List<RegisteredModel> listModels() {
        return pages("registered-models/search?max_results=1000", "registered_models").stream()
                .map(RemoteCatalogue::model)
                .sorted(Comparator.comparing(RegisteredModel::name))
                .toList();
    }

    private List<JsonNode> pages(String path, String name) {
        List<JsonNode> all = new ArrayList<>();
        String next = "";
        do {
            JsonNode page =
                    server.get(
                            next.isEmpty()
                                    ? path
                                    : path + "&page_token=" + MlflowServer.encoded(next));
            page.path(name).forEach(all::add);
            next = page.path("next_page_token").asText();
        } while (!next.isEmpty());
        return all;
    }

    @Override
    public RegisteredModel getModel(String name) {
        return model(
                server.get("registered-models/get?name=" + MlflowServer.encoded(name))
                        .path("registered_model"));
    }

    @Override
    public ModelVersion createVersion(NewVersion version) {
        ObjectNode body =
                MlflowServer.JSON
                        .createObjectNode()
                        .put("name", version.name())
                        .put("source", version.source())
                        .put("description", version.description());
        if (!version.runId().isEmpty()) {
            body.put("run_id", version.runId());
        }
        if (!version.runLink().isEmpty()) {
            body.put("run_link", version.runLink());
        }
        body.set("tags", MlflowServer.keyed(version.tags()));
        return version(server.send("POST", "model-versions/create", body).path("model_version"));
    }

    @Override
    public ModelVersion getVersion(String name, int version) {
        return version(
                server.get(
                                "model-versions/get?name=%s&version=%d"
                                        .formatted(MlflowServer.encoded(name), version))
                        .path("model_version"));
    }

    @Override
    public List<ModelVersion> listVersions(String name) {
        getModel(name);
        String filter = MlflowServer.encoded("name='%s'".formatted(name.replace("'", "''")));
        return pages("model-versions/search?max_results=10000&filter=" + filter, "model_versions")
                .stream()
                .map(RemoteCatalogue::version)
                .sorted(Comparator.comparingInt(ModelVersion::version))
                .toList();
    }

    @Override
    public void move(String name, int version, MlflowStage stage) {
        server.send(
                "POST",
                "model-versions/transition-stage",
                numbered(name, version)
                        .put("stage", stage.word())
                        .put("archive_existing_versions", false));
    }

    private static ObjectNode numbered(String name, int version) {
        return MlflowServer.JSON
                .createObjectNode()
                .put("name", name)
                .put("version", Integer.toString(version));
    }

    @Override
    public void tag(String name, int version, String key, String value) {
        server.send(
                "POST",
                "model-versions/set-tag",
                numbered(name, version).put("key", key).put("value", value));
    }

    @Override
    public void pointAlias(String name, String alias, int version) {
        server.send("POST", "registered-models/alias", numbered(name, version).put("alias", alias));
    }

    @Override
    public void removeAlias(String name, String alias) {
        if (getModel(name).aliases().containsKey(alias)) {
            server.send(
                    "DELETE",
                    "registered-models/alias",
                    MlflowServer.JSON.createObjectNode().put("name", name).put("alias", alias));
        }
    }

    @Override
    public Map<String, String> parameters(String runId) {
        if (runId.isEmpty()) {
            return Map.of();
        }
        try {
            return byKey(
                    server.get("runs/get?run_id=" + MlflowServer.encoded(runId))
                            .at("/run/data/params"));
        } catch (ApiException e) {
            if (e.status() == NOT_FOUND) {
                return Map.of();
            }
            throw e;
        }
    }

    private static Map<String, String> byKey(JsonNode list) {
        Map<String, String> values = new HashMap<>();
        list.forEach(one -> values.put(one.path("key").asText(), one.path("value").asText()));
        return values;
    }

    private static RegisteredModel model(JsonNode json) {
        Map<String, Integer> aliases = new HashMap<>();
        json.path("aliases")
                .forEach(one ->
                        aliases.put(one.path("alias").asText(), one.path("version").asInt()));
        return new RegisteredModel(
                json.path("name").asText(),
                json.path("creation_timestamp").asLong(),
                json.path("last_updated_timestamp").asLong(),
                json.path("description").asText(),
                byKey(json.path("tags")),
                aliases);
    }

    private static ModelVersion version(JsonNode json) {
        List<String> aliases = new ArrayList<>();
        json.path("aliases").forEach(one -> aliases.add(one.asText()));
        return new ModelVersion(
                json.path("name").asText(),
                json.path("version").asInt(),
                json.path("creation_timestamp").asLong(),
                json.path("last_updated_timestamp").asLong(),
                json.path("user_id").asText(),
                MlflowStage.find(json.path("current_stage").asText()).orElse(MlflowStage.NONE),
                json.path("description").asText(),
                json.path("source").asText(),
                json.path("run_id").asText(),
                json.path("run_link").asText(),
                byKey(json.path("tags")),
                aliases);
    }

    @Override
    public void close() {
        server.close();
    }
}

package town.nagar.forecast.registry.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import town.nagar.kit.http.ApiException;

/** Models and versions on an MLflow server, by its REST API. */
public final class RemoteCatalogue implements Catalogue, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int RETRY_SECONDS = 5;
    private static final int NOT_FOUND = 404;
    private static final int FIRST_ERROR = 400;
    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final String root;
    private final String token;

    /**
     * A server.
     *
     * @param url such as {@code http://mlflow:5000}
     * @param token sent as a bearer token; empty for none
     */
    public RemoteCatalogue(URI url, String token) {
        this.root = url.toString().replaceAll("/+$", "") + "/api/2.0/mlflow/";
        this.token = token;
    }

    @Override
    public RegisteredModel createModel(String name, String description, Map<String, String> tags) {
        ObjectNode body = JSON.createObjectNode().put("name", name).put("description", description);
        body.set("tags", keyed(tags));
        return model(send("POST", "registered-models/create", body).path("registered_model"));
    }

    private static ArrayNode keyed(Map<String, String> tags) {
        ArrayNode list = JSON.createArrayNode();
        tags.forEach((key, value) -> list.addObject().put("key", key).put("value", value));
        return list;
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
            JsonNode page = get(next.isEmpty() ? path : path + "&page_token=" + encoded(next));
            page.path(name).forEach(all::add);
            next = page.path("next_page_token").asText();
        } while (!next.isEmpty());
        return all;
    }

    @Override
    public RegisteredModel getModel(String name) {
        return model(get("registered-models/get?name=" + encoded(name)).path("registered_model"));
    }

    @Override
    public ModelVersion createVersion(NewVersion version) {
        ObjectNode body =
                JSON.createObjectNode()
                        .put("name", version.name())
                        .put("source", version.source())
                        .put("description", version.description());
        if (!version.runId().isEmpty()) {
            body.put("run_id", version.runId());
        }
        if (!version.runLink().isEmpty()) {
            body.put("run_link", version.runLink());
        }
        body.set("tags", keyed(version.tags()));
        return version(send("POST", "model-versions/create", body).path("model_version"));
    }

    @Override
    public ModelVersion getVersion(String name, int version) {
        return version(
                get("model-versions/get?name=%s&version=%d".formatted(encoded(name), version))
                        .path("model_version"));
    }

    @Override
    public List<ModelVersion> listVersions(String name) {
        getModel(name);
        String filter = encoded("name='%s'".formatted(name.replace("'", "''")));
        return pages("model-versions/search?max_results=10000&filter=" + filter, "model_versions")
                .stream()
                .map(RemoteCatalogue::version)
                .sorted(Comparator.comparingInt(ModelVersion::version))
                .toList();
    }

    @Override
    public void move(String name, int version, MlflowStage stage) {
        send(
                "POST",
                "model-versions/transition-stage",
                numbered(name, version)
                        .put("stage", stage.word())
                        .put("archive_existing_versions", false));
    }

    private static ObjectNode numbered(String name, int version) {
        return JSON.createObjectNode().put("name", name).put("version", Integer.toString(version));
    }

    @Override
    public void tag(String name, int version, String key, String value) {
        send(
                "POST",
                "model-versions/set-tag",
                numbered(name, version).put("key", key).put("value", value));
    }

    @Override
    public void pointAlias(String name, String alias, int version) {
        send("POST", "registered-models/alias", numbered(name, version).put("alias", alias));
    }

    @Override
    public void removeAlias(String name, String alias) {
        if (getModel(name).aliases().containsKey(alias)) {
            send(
                    "DELETE",
                    "registered-models/alias",
                    JSON.createObjectNode().put("name", name).put("alias", alias));
        }
    }

    @Override
    public Map<String, String> parameters(String runId) {
        if (runId.isEmpty()) {
            return Map.of();
        }
        try {
            return byKey(get("runs/get?run_id=" + encoded(runId)).at("/run/data/params"));
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

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode get(String path) {
        return exchange(request(path).GET().build());
    }

    private JsonNode send(String method, String path, ObjectNode body) {
        return exchange(
                request(path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body.toString()))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(root + path)).timeout(ANSWER);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private JsonNode exchange(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            JsonNode json = JSON.readTree(answer.body());
            if (answer.statusCode() >= FIRST_ERROR) {
                throw refusal(answer.statusCode(), json);
            }
            return json;
        } catch (JsonProcessingException e) {
            throw away("The MLflow server answers no JSON", e);
        } catch (IOException e) {
            throw away("The MLflow server does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away("Interrupted while the MLflow server was asked", e);
        }
    }

    private static ApiException away(String message, Exception cause) {
        ApiException away = ApiException.unavailable(message, RETRY_SECONDS);
        away.initCause(cause);
        return away;
    }

    /** Its own word where the caller can mend it, else that it cannot be used now. */
    private static ApiException refusal(int status, JsonNode json) {
        String code = json.path("error_code").asText("REQUEST_FAILED");
        String message = "The MLflow server says: " + json.path("message").asText(code);
        if (status == NOT_FOUND && code.equals("RESOURCE_DOES_NOT_EXIST")) {
            return new ApiException(status, "NOT_FOUND", message, Map.of(), Map.of());
        }
        boolean mendable = status == BAD_REQUEST || status == CONFLICT;
        return mendable
                ? new ApiException(status, code, message, Map.of(), Map.of())
                : ApiException.unavailable(message, RETRY_SECONDS);
    }

    @Override
    public void close() {
        client.close();
    }
}

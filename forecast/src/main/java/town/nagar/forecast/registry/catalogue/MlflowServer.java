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
import java.util.Map;
import town.nagar.kit.http.ApiException;

/** Calls to an MLflow server's REST API; they throw {@link ApiException} as it refuses. */
final class MlflowServer implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
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
     * @param token sent as a bearer token; empty for none
     */
    MlflowServer(URI url, String token) {
        this.root = url.toString().replaceAll("/+$", "") + "/api/2.0/mlflow/";
        this.token = token;
    }

    /** Tags and the like, as MLflow writes them. */
    static ArrayNode keyed(Map<String, String> tags) {
        ArrayNode list = JSON.createArrayNode();
        tags.forEach((key, value) -> list.addObject().put("key", key).put("value", value));
        return list;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    JsonNode get(String path) {
        return exchange(request(path).GET().build());
    }

    JsonNode send(String method, String path, ObjectNode body) {
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

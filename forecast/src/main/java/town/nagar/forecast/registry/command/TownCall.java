package town.nagar.forecast.registry.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** Calls to a town's API. */
public final class TownCall implements AutoCloseable {
    public static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int FIRST_ERROR = 400;
    private static final int UNAUTHENTICATED = 401;

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final Town town;

    public TownCall(Town town) {
        this.town = town;
    }

    /** The town's refusal, as it said it. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient JsonNode answer;

        private Refused(String message, JsonNode answer) {
            super(message);
            this.answer = answer;
        }

        public JsonNode answer() {
            return answer;
        }
    }

    /** A word as a part of a path. */
    public static String part(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Asks.
     *
     * @throws Refused if the town will not have it
     * @throws IOException if it does not answer
     */
    public JsonNode get(String path) throws IOException, InterruptedException, Refused {
        return exchange(request(path).GET());
    }

    JsonNode post(String path, Map<String, String> body)
            throws IOException, InterruptedException, Refused {
        JsonNode json = JSON.valueToTree(body);
        return post(path, json);
    }

    /**
     * Sends a body.
     *
     * @throws Refused if the town will not have it
     * @throws IOException if it does not answer
     */
    public JsonNode post(String path, JsonNode body)
            throws IOException, InterruptedException, Refused {
        return exchange(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(town.url() + path)).timeout(ANSWER);
        String key = town.key().value();
        return key.isEmpty() ? request : request.header("X-API-Key", key);
    }

    private JsonNode exchange(HttpRequest.Builder request)
            throws IOException, InterruptedException, Refused {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        JsonNode json = JSON.readTree(answer.body());
        if (answer.statusCode() >= FIRST_ERROR) {
            String hint =
                    answer.statusCode() == UNAUTHENTICATED
                            ? "; give it by the environment variable NAGAR_API_KEY"
                            : "";
            String said = json.path("detail").asText(json.at("/error/message").asText());
            throw new Refused(said + hint, json);
        }
        return json;
    }

    @Override
    public void close() {
        client.close();
    }
}

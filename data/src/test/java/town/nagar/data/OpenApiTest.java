package town.nagar.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import town.nagar.data.servers.RunningData;

class OpenApiTest {
    /** Where the description is kept; the build runs in the module's folder. */
    private static final Path KEPT = Path.of("..", "docs", "openapi.yaml");

    private static final Path FRESH = Path.of("target", "openapi.yaml");

    @Test
    void theKeptDescriptionIsWhatTheServiceServes() throws Exception {
        JsonNode served = served();
        String fresh = yaml(served);
        Files.writeString(FRESH, fresh);
        String kept = Files.exists(KEPT) ? Files.readString(KEPT) : "";
        assertThat(kept)
                .as("docs/openapi.yaml is stale: copy data/target/openapi.yaml over it")
                .isEqualTo(fresh);
    }

    @Test
    void everyRouteSaysWhatItTakesGivesAndRefuses() throws Exception {
        JsonNode served = served();
        assertThat(served.at("/openapi").asText()).startsWith("3.1");
        List<String> bare = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : served.at("/paths").properties()) {
            JsonNode get = path.getValue().at("/get");
            boolean told =
                    get.has("summary")
                            && get.at("/responses/200/content").size() > 0
                            && get.at("/responses/400/content").size() > 0;
            if (!told) {
                bare.add(path.getKey());
            }
        }
        assertThat(bare).isEmpty();
        assertThat(served.at("/paths").size()).isEqualTo(23);
    }

    @Test
    void withoutTheDatabaseHistoryIsUnavailableAndNotBroken() throws Exception {
        try (RunningData data = alone()) {
            HttpResponse<String> answer = data.get("/v1/data/traffic");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("5");
            assertThat(answer.body()).contains("UNAVAILABLE").doesNotContain("Exception");
            assertThat(data.get("/health/ready").statusCode()).isEqualTo(503);
            assertThat(data.get("/health/live").statusCode()).isEqualTo(200);
        }
    }

    private static RunningData alone() {
        Map<String, String> settings =
                HistoryApiTest.away(
                        Map.of("nagar.postgres.url", "jdbc:postgresql://127.0.0.1:1/x"));
        return RunningData.start(settings, InstantSource.fixed(Instant.EPOCH), 0);
    }

    /** The description, of the Data API's routes alone. */
    private static JsonNode served() throws Exception {
        try (RunningData data = alone()) {
            ObjectNode api =
                    (ObjectNode) new ObjectMapper().readTree(data.get("/v1/openapi.json").body());
            ObjectNode paths = (ObjectNode) api.at("/paths");
            List<String> others = new ArrayList<>();
            paths.fieldNames().forEachRemaining(others::add);
            others.removeIf(path -> path.startsWith("/v1/"));
            paths.remove(others);
            api.remove("servers");
            return api;
        }
    }

    private static String yaml(JsonNode api) throws Exception {
        ObjectMapper mapper =
                new ObjectMapper(
                                YAMLFactory.builder()
                                        .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                                        .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                                        .build())
                        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        return mapper.writeValueAsString(mapper.treeToValue(api, Object.class));
    }
}

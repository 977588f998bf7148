package town.nagar.forecast.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import town.nagar.forecast.KeptDescription;

class ModelsApiTest {
    /** Where the description is kept; the build runs in the module's folder. */
    private static final Path KEPT = Path.of("..", "docs", "openapi-models.yaml");

    private static final Path FRESH = Path.of("target", "openapi-models.yaml");

    @Test
    void theKeptDescriptionIsWhatTheServiceServes() throws Exception {
        String fresh = KeptDescription.yaml(served());
        Files.writeString(FRESH, fresh);
        assertThat(Files.exists(KEPT) ? Files.readString(KEPT) : "")
                .as(
                        "docs/openapi-models.yaml is stale: copy"
                                + " forecast/target/openapi-models.yaml over it")
                .isEqualTo(fresh);
    }

    @Test
    void everyCallSaysWhatItTakesGivesAndRefuses() throws Exception {
        List<String> bare = new ArrayList<>();
        int calls = 0;
        for (Map.Entry<String, JsonNode> path : served().at("/paths").properties()) {
            for (Map.Entry<String, JsonNode> call : path.getValue().properties()) {
                boolean told =
                        call.getValue().has("summary")
                                && call.getValue().at("/responses/409").has("content");
                if (!told) {
                    bare.add(call.getKey() + " " + path.getKey());
                }
                calls++;
            }
        }
        assertThat(bare).isEmpty();
        assertThat(calls).isEqualTo(13);
    }

    /** The description, of the registry's routes alone. */
    private static ObjectNode served() throws Exception {
        Map<String, String> away =
                Map.of(
                        "nagar.postgres.url", "jdbc:postgresql://127.0.0.1:1/x",
                        "nagar.s3.url", "http://127.0.0.1:1");
        try (RunningRegistry registry = RunningRegistry.startOn(away)) {
            String json = registry.call("GET", "/v1/openapi.json", "", "").body();
            ObjectNode api = (ObjectNode) new ObjectMapper().readTree(json);
            ObjectNode paths = (ObjectNode) api.at("/paths");
            List<String> others = new ArrayList<>();
            paths.fieldNames().forEachRemaining(others::add);
            others.removeIf(path -> path.startsWith("/v1/models"));
            paths.remove(others);
            api.remove(List.of("servers", "info", "openapi"));
            return api;
        }
    }
}

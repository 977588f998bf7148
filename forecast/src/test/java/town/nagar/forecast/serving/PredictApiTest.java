package town.nagar.forecast.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.forecast.KeptDescription;

class PredictApiTest {
    /** Where the description is kept; the build runs in the module's folder. */
    private static final Path KEPT = Path.of("..", "docs", "openapi-predict.yaml");

    private static final Path FRESH = Path.of("target", "openapi-predict.yaml");
    private static final int KINDS = 5;

    @TempDir Path dataDir;

    private JsonNode served() throws Exception {
        try (RunningForecast forecast =
                RunningForecast.start(
                        dataDir, "http://127.0.0.1:1", () -> Instant.EPOCH, Past.NONE)) {
            return forecast.get("/v1/openapi.json").body();
        }
    }

    @Test
    void theKeptDescriptionIsWhatTheServiceServes() throws Exception {
        JsonNode api = served();
        ObjectNode own = new ObjectMapper().createObjectNode();
        List<String> others = new ArrayList<>();
        api.at("/paths").fieldNames().forEachRemaining(others::add);
        others.removeIf(path -> path.startsWith("/v1/predict/"));
        ((ObjectNode) api.at("/paths")).remove(others);
        own.set("paths", api.at("/paths"));
        own.set("components", api.at("/components"));
        String fresh = KeptDescription.yaml(own);
        Files.writeString(FRESH, fresh);
        assertThat(own.at("/paths")).hasSize(KINDS + 1);
        assertThat(Files.exists(KEPT) ? Files.readString(KEPT) : "")
                .as(
                        "docs/openapi-predict.yaml is stale: copy"
                                + " forecast/target/openapi-predict.yaml over it")
                .isEqualTo(fresh);
    }

    @Test
    void eachKindOfQuestionAndAnswerHasAShape() throws Exception {
        JsonNode shapes = served().at("/components/schemas");
        for (String kind : List.of("Traffic", "Pollution", "Water", "CropYield", "MarketPrice")) {
            assertThat(shapes.at("/%sQuestion/required".formatted(kind))).isNotEmpty();
            assertThat(shapes.at("/%sPrediction/properties/degraded/type".formatted(kind)).asText())
                    .isEqualTo("boolean");
        }
    }
}

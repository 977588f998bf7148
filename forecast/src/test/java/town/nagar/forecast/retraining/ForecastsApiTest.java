package town.nagar.forecast.retraining;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.forecast.KeptDescription;
import town.nagar.forecast.monitoring.RunningWatch;

class ForecastsApiTest {
    /** Where the description is kept; the build runs in the module's folder. */
    private static final Path KEPT = Path.of("..", "docs", "openapi-forecasts.yaml");

    private static final Path FRESH = Path.of("target", "openapi-forecasts.yaml");
    private static final List<String> PATHS =
            List.of(
                    "/v1/forecasts/quality",
                    "/v1/forecasts/drift",
                    "/v1/models/{name}/retrain",
                    "/v1/models/{name}/retrainings");
    private static final List<String> SHAPES =
            List.of("ForecastQuality", "ForecastDrift", "RetrainingAsked", "Retrainings");

    @TempDir Path dataDir;

    @Test
    void theKeptDescriptionIsWhatTheServiceServes() throws Exception {
        Map<String, String> away = Map.of("nagar.postgres.url", "jdbc:postgresql://127.0.0.1:1/x");
        try (RunningWatch watch =
                RunningWatch.startOn(
                        away,
                        dataDir,
                        "http://127.0.0.1:1",
                        () -> Instant.EPOCH,
                        (_, _, _) -> "1.0.0")) {
            JsonNode api = watch.get("/v1/openapi.json").body();
            ObjectNode own = new ObjectMapper().createObjectNode();
            ((ObjectNode) api.at("/paths")).retain(PATHS);
            ((ObjectNode) api.at("/components/schemas")).retain(SHAPES);
            own.set("paths", api.at("/paths"));
            own.set("components", api.at("/components"));
            assertThat(own.at("/paths")).hasSize(PATHS.size());
            assertThat(own.at("/components/schemas")).hasSize(SHAPES.size());
            String fresh = KeptDescription.yaml(own);
            Files.writeString(FRESH, fresh);
            assertThat(Files.exists(KEPT) ? Files.readString(KEPT) : "")
                    .as(
                            "docs/openapi-forecasts.yaml is stale: copy"
                                    + " forecast/target/openapi-forecasts.yaml over it")
                    .isEqualTo(fresh);
        }
    }
}

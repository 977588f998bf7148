package town.nagar.forecast.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mlflow.api.proto.ModelRegistry.ModelVersionTag;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.creds.BasicMlflowHostCreds;
import town.nagar.contracts.json.ContractJson;
import town.nagar.forecast.RunningParts;
import town.nagar.forecast.registry.tracking.RunLog;

/** /v1/models over models that a server of MLflow's own keeps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelsElsewhereTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PlainMlflow mlflow = new PlainMlflow();
    private final RunningRegistry registry =
            RunningRegistry.start(
                    Map.of(
                            "nagar.mlflow.url",
                            mlflow.url(),
                            "nagar.mlflow.token",
                            PlainMlflow.TOKEN));

    ModelsElsewhereTest() throws IOException {}

    @AfterAll
    void stop() {
        registry.close();
        mlflow.close();
    }

    private JsonNode call(int status, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = registry.call(method, path, body, RunningParts.ASHA);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private void version(String model, String hash) throws IOException, InterruptedException {
        String evidence = new String(ContractJson.write(Evidence.good()), StandardCharsets.UTF_8);
        call(
                201,
                "POST",
                "/v1/models/%s/versions".formatted(model),
                """
                {"source": "s3://b/%s", "data_hash": "%s", "feature_set": "f/1",
                 "code_version": "1", "evidence": %s}
                """
                        .formatted(hash, hash, evidence));
    }

    private void move(String model, String version, String stage)
            throws IOException, InterruptedException {
        call(
                200,
                "POST",
                "/v1/models/%s/versions/%s/stage".formatted(model, version),
                "{\"stage\": \"%s\", \"reason\": \"of the test\"}".formatted(stage));
    }

    @Test
    void trainingsBecomeRunsThere() {
        RunLog log = registry.part(RunLog.class);
        RunLog.Done done =
                new RunLog.Done(
                        "traffic.speed",
                        "ridge",
                        "first-models",
                        Map.of("seed", "1"),
                        Map.of("mae", 2.5),
                        Map.of("nagar.why", "weekly"));
        String first = log.add(done);
        assertThat(log.add(done)).isNotEqualTo(first);
        assertThat(mlflow.runs().experiments()).containsExactly("traffic.speed");
        Run run = mlflow.runs().list().getFirst();
        assertThat(run.getInfo().getRunId()).isEqualTo(first);
        assertThat(run.getInfo().getStatus()).isEqualTo(RunStatus.FINISHED);
        assertThat(run.getInfo().getUserId()).isEqualTo("first-models");
        assertThat(run.getInfo().getEndTime()).isPositive();
        assertThat(run.getData().getParams(0).getValue()).isEqualTo("1");
        assertThat(run.getData().getMetrics(0).getValue()).isEqualTo(2.5);
        assertThat(run.getData().getTags(0).getKey()).isEqualTo("nagar.why");
    }

    @Test
    void versionsAreMovedThereAndRolledBack() throws Exception {
        call(201, "POST", "/v1/models", "{\"name\": \"pm10\", \"description\": \"d\"}");
        for (String hash : new String[] {"d1", "d2", "d3"}) {
            version("pm10", hash);
        }
        move("pm10", "1.0.0", "production");
        move("pm10", "1.0.1", "canary");
        move("pm10", "1.0.1", "production");
        try (MlflowClient client =
                new MlflowClient(new BasicMlflowHostCreds(mlflow.url(), PlainMlflow.TOKEN))) {
            assertThat(client.getModelVersion("pm10", "1").getCurrentStage()).isEqualTo("Archived");
            assertThat(client.getModelVersion("pm10", "2").getCurrentStage())
                    .isEqualTo("Production");
            assertThat(client.getModelVersion("pm10", "2").getTagsList())
                    .extracting(ModelVersionTag::getKey, ModelVersionTag::getValue)
                    .contains(
                            tuple("nagar.semantic_version", "1.0.1"),
                            tuple("nagar.stage", "production"),
                            tuple("nagar.data_hash", "d2"));
            assertThat(client.getRegisteredModel("pm10").getAliasesList())
                    .extracting(alias -> alias.getAlias(), alias -> alias.getVersion())
                    .containsExactly(tuple("production", "2"));
            call(200, "POST", "/v1/models/pm10/rollback", "{\"reason\": \"bad\"}");
            assertThat(client.getModelVersion("pm10", "1").getCurrentStage())
                    .isEqualTo("Production");
        }
        assertThat(call(200, "GET", "/v1/models/pm10/versions", "").get("data")).hasSize(3);
        assertThat(call(200, "GET", "/v1/models", "").findValuesAsText("name")).contains("pm10");
    }

    @Test
    void whatHappensThereIsFollowedAndToldOnce() throws Exception {
        call(201, "POST", "/v1/models", "{\"name\": \"foreign\"}");
        try (MlflowClient client =
                new MlflowClient(new BasicMlflowHostCreds(mlflow.url(), PlainMlflow.TOKEN))) {
            client.sendPost(
                    "model-versions/create",
                    """
                    {"name": "foreign", "source": "s3://theirs", "run_id": "%s",
                     "tags": [{"key": "nagar.data_hash", "value": "d9"}]}
                    """
                            .formatted(PlainMlflow.RUN));
        }
        JsonNode taken = call(200, "GET", "/v1/models/foreign/versions/1", "");
        assertThat(taken.get("version").asText()).isEqualTo("1.0.0");
        assertThat(taken.at("/lineage/data_hash").asText()).isEqualTo("d9");
        assertThat(taken.at("/lineage/parameters/trees").asText()).isEqualTo("400");

        mlflow.version("foreign", "1").setCurrentStage("Production");
        for (int i = 0; i < 3; i++) {
            assertThat(call(200, "GET", "/v1/models/foreign", "").get("production").asText())
                    .isEqualTo("1.0.0");
        }
        assertThat(call(200, "GET", "/v1/models/foreign/changes", "").findValuesAsText("what"))
                .containsExactly("moved elsewhere", "registered", "model created");
    }

    @Test
    void ourOwnMlflowApiIsNotThere() throws Exception {
        call(404, "GET", "/api/2.0/mlflow/registered-models/search", "");
    }

    @Test
    void whatIsNotThereIsNotFoundAndAServerAwayIsUnavailable() throws Exception {
        JsonNode missing = call(404, "GET", "/v1/models/nobody", "");
        assertThat(missing.at("/error/code").asText()).isEqualTo("NOT_FOUND");
        Map<String, String> away = Map.of("nagar.mlflow.url", "http://127.0.0.1:1");
        try (RunningRegistry alone = RunningRegistry.start(away)) {
            HttpResponse<String> answer = alone.call("GET", "/v1/models", "", "");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("The MLflow server does not answer");
        }
        Map<String, String> stranger = Map.of("nagar.mlflow.url", mlflow.url());
        try (RunningRegistry untrusted = RunningRegistry.start(stranger)) {
            assertThat(untrusted.call("GET", "/v1/models", "", "").statusCode()).isEqualTo(503);
        }
    }
}

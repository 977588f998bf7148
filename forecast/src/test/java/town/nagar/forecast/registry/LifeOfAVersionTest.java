package town.nagar.forecast.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DataAccessException;
import town.nagar.contracts.json.ContractJson;
import town.nagar.forecast.RunningParts;
import town.nagar.forecast.registry.command.RegistryCommand;
import town.nagar.forecast.registry.command.Town;
import town.nagar.forecast.registry.release.WalkForward;
import town.nagar.forecast.registry.tables.Tables;
import town.nagar.kit.objects.ObjectStore;
import town.nagar.kit.settings.Secret;
import town.nagar.supervisor.EphemeralServers;
import town.nagar.supervisor.ServerName;

/** /v1/models from a file to the end of its service, on a real PostgreSQL and object store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifeOfAVersionTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningRegistry registry = RunningRegistry.start(Map.of());

    @AfterAll
    void stop() {
        registry.close();
    }

    private JsonNode call(int status, String method, String path, String body, String key)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = registry.call(method, path, body, key);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return call(200, "GET", path, "", "");
    }

    private JsonNode post(int status, String path, String body)
            throws IOException, InterruptedException {
        return call(status, "POST", path, body, RunningParts.ASHA);
    }

    private void model(String name) throws IOException, InterruptedException {
        post(201, "/v1/models", "{\"name\": \"%s\", \"description\": \"d\"}".formatted(name));
    }

    private String version(String model, String dataHash) throws IOException, InterruptedException {
        return version(model, dataHash, "s3://elsewhere/" + dataHash);
    }

    private String version(String model, String dataHash, String source)
            throws IOException, InterruptedException {
        ObjectNode body =
                JSON.createObjectNode()
                        .put("source", source)
                        .put("data_hash", dataHash)
                        .put("feature_set", "hourly/1")
                        .put("code_version", "0.1.0");
        body.putObject("parameters").put("trees", "400");
        return post(201, "/v1/models/%s/versions".formatted(model), body.toString())
                .get("version")
                .asText();
    }

    private static String json(WalkForward evidence) {
        return new String(ContractJson.write(evidence), StandardCharsets.UTF_8);
    }

    private void prove(String model, String version, WalkForward evidence)
            throws IOException, InterruptedException {
        call(
                200,
                "PUT",
                "/v1/models/%s/versions/%s/evidence".formatted(model, version),
                json(evidence),
                RunningParts.ASHA);
    }

    private JsonNode move(int status, String model, String version, String stage)
            throws IOException, InterruptedException {
        return post(
                status,
                "/v1/models/%s/versions/%s/stage".formatted(model, version),
                "{\"stage\": \"%s\", \"reason\": \"of the test\"}".formatted(stage));
    }

    private String stage(String model, String version) throws IOException, InterruptedException {
        return get("/v1/models/%s/versions/%s".formatted(model, version)).get("stage").asText();
    }

    @Test
    void aVersionGoesUpTheLadderAndIsRolledBack() throws Exception {
        model("pm25");
        String first = version("pm25", "d1");
        String second = version("pm25", "d2");
        assertThat(first).isEqualTo("1.0.0");
        assertThat(second).isEqualTo("1.0.1");
        for (String version : List.of(first, second)) {
            prove("pm25", version, Evidence.good());
            move(200, "pm25", version, "shadow");
            move(200, "pm25", version, "canary");
            move(200, "pm25", version, "production");
        }
        assertThat(stage("pm25", first)).isEqualTo("archived");
        JsonNode model = get("/v1/models/pm25");
        assertThat(model.get("production").asText()).isEqualTo(second);
        assertThat(model.get("canary").isNull()).isTrue();
        JsonNode alias = get("/api/2.0/mlflow/registered-models/alias?name=pm25&alias=production");
        assertThat(alias.at("/model_version/version").asText()).isEqualTo("2");
        assertThat(alias.at("/model_version/current_stage").asText()).isEqualTo("Production");

        post(400, "/v1/models/pm25/rollback", "{\"reason\": \" \"}");
        JsonNode back = post(200, "/v1/models/pm25/rollback", "{\"reason\": \"errors doubled\"}");
        assertThat(back.get("version").asText()).isEqualTo(first);
        assertThat(stage("pm25", second)).isEqualTo("archived");
        JsonNode none = post(409, "/v1/models/pm25/rollback", "{\"reason\": \"again\"}");
        assertThat(none.at("/error/code").asText()).isEqualTo("NOTHING_BEFORE");

        JsonNode changes = get("/v1/models/pm25/changes").get("data");
        assertThat(changes.get(0).get("what").asText()).isEqualTo("rolled back");
        assertThat(changes.get(0).get("who").asText()).isEqualTo("asha");
        assertThat(changes.get(0).get("why").asText()).isEqualTo("errors doubled");
        assertThat(changes.findValuesAsText("what"))
                .contains("model created", "registered", "evidence recorded", "moved", "approved");
    }

    @Test
    void aVersionThatDoesNotBeatABaselineIsRefusedAndToldWhy() throws Exception {
        model("demand");
        String version = version("demand", "d1");
        JsonNode unproven = move(409, "demand", version, "canary");
        assertThat(unproven.at("/error/message").asText()).contains("walk_forward is missing");
        prove("demand", version, Evidence.poor());
        JsonNode refused = move(409, "demand", version, "production");
        assertThat(refused.at("/error/code").asText()).isEqualTo("PROMOTION_REFUSED");
        JsonNode objection = refused.at("/error/details/objections/0");
        assertThat(objection.get("horizon").asText()).isEqualTo("all horizons");
        assertThat(objection.get("figure").asText()).isEqualTo("gain_over_last-week_low");
        assertThat(objection.get("value").asText()).isEqualTo("-0.250000");
        assertThat(objection.get("limit").asText()).isEqualTo("above 0");
        assertThat(stage("demand", version)).isEqualTo("none");
        move(200, "demand", version, "shadow");
        assertThat(get("/v1/models/demand/changes").findValuesAsText("what"))
                .filteredOn("refused"::equals)
                .hasSize(2);
    }

    /** As versions were proven before all horizons were judged together. */
    @Test
    void evidenceOfEarlierTimesIsReadAndRefused() throws Exception {
        model("early");
        String version = version("early", "d1");
        ObjectNode earlier = (ObjectNode) JSON.readTree(json(Evidence.good()));
        earlier.remove("together");
        JsonNode proven =
                call(
                        200,
                        "PUT",
                        "/v1/models/early/versions/%s/evidence".formatted(version),
                        earlier.toString(),
                        RunningParts.ASHA);
        assertThat(proven.at("/gate/passes").asBoolean(true)).isFalse();
        assertThat(proven.at("/gate/objections")).hasSize(1);
        JsonNode refused = move(409, "early", version, "canary");
        assertThat(refused.at("/error/message").asText()).contains("together is missing");
    }

    @Test
    void mlflowsClientsNeedAnApprovalForProduction() throws Exception {
        model("price");
        String version = version("price", "d1");
        prove("price", version, Evidence.good());
        String move = "{\"name\": \"price\", \"version\": \"1\", \"stage\": \"Production\"}";
        String path = "/api/2.0/mlflow/model-versions/transition-stage";
        JsonNode refused = post(409, path, move);
        assertThat(refused.get("error_code").asText()).isEqualTo("INVALID_STATE");
        assertThat(refused.get("message").asText()).contains("approval is missing");
        call(
                200,
                "POST",
                "/v1/models/price/versions/1/approval",
                "{\"reason\": \"looked at last week\"}",
                RunningParts.RAVI);
        assertThat(post(200, path, move).at("/model_version/current_stage").asText())
                .isEqualTo("Production");
        assertThat(stage("price", version)).isEqualTo("production");
    }

    @Test
    void anApprovalDoesNotOutliveItsVersion() throws Exception {
        model("short");
        version("short", "d1");
        post(200, "/v1/models/short/versions/1/approval", "{\"reason\": \"fine\"}");
        String name = "{\"name\": \"short\"}";
        call(200, "DELETE", "/api/2.0/mlflow/registered-models/delete", name, RunningParts.ASHA);
        model("short");
        version("short", "other");
        assertThat(get("/v1/models/short/versions/1").get("approved").asBoolean()).isFalse();
    }

    @Test
    void whatTellsOfAVersionsLifeCannotBeForged() throws Exception {
        model("guarded");
        version("guarded", "d1");
        String tag =
                "{\"name\": \"guarded\", \"version\": \"1\", \"key\": \"nagar.stage\", \"value\":"
                        + " \"production\"}";
        post(400, "/api/2.0/mlflow/model-versions/set-tag", tag);
        String alias = "{\"name\": \"guarded\", \"alias\": \"production\", \"version\": \"1\"}";
        post(400, "/api/2.0/mlflow/registered-models/alias", alias);
        assertThat(get("/v1/models/guarded").get("production").isNull()).isTrue();
    }

    @Test
    void whatAnswersCallsKeepsItsEvidenceAndIsNotDeleted() throws Exception {
        model("kept");
        String version = version("kept", "d1");
        prove("kept", version, Evidence.good());
        move(200, "kept", version, "canary");
        call(
                409,
                "PUT",
                "/v1/models/kept/versions/1/evidence",
                json(Evidence.poor()),
                RunningParts.ASHA);
        String name = "{\"name\": \"kept\", \"version\": \"1\"}";
        call(409, "DELETE", "/api/2.0/mlflow/model-versions/delete", name, RunningParts.ASHA);
        move(200, "kept", version, "archived");
        call(200, "DELETE", "/api/2.0/mlflow/model-versions/delete", name, RunningParts.ASHA);
        version("kept", "d2");
        assertThat(get("/v1/models/kept/versions").at("/data/0/number").asInt()).isEqualTo(2);
    }

    @Test
    void theLogIsOnlyAddedTo() throws Exception {
        model("logged");
        Tables tables = registry.part(Tables.class);
        for (String statement :
                List.of(
                        "UPDATE changes SET who = 'nobody'",
                        "DELETE FROM changes",
                        "TRUNCATE changes")) {
            assertThatThrownBy(() -> tables.sql().sql(statement).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("only added to");
        }
        JsonNode page = get("/v1/models/logged/changes?per_page=1");
        assertThat(page.at("/data/0/what").asText()).isEqualTo("model created");
    }

    @Test
    void versionsRegisteredAtOnceGetNumbersOfTheirOwn() throws Exception {
        model("busy");
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String hash = "d" + i;
            calls.add(() -> version("busy", hash));
        }
        Set<String> numbers = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> number : threads.invokeAll(calls)) {
                numbers.add(number.get());
            }
        }
        assertThat(numbers).hasSize(8).contains("1.0.0", "1.0.7");
    }

    @Test
    void aModelFileIsReadBackOrItsLossIsTold() throws Exception {
        model("filed");
        byte[] file = {1, 2, 3, (byte) 0xff};
        String source = JSON.readTree(upload("filed", file)).get("source").asText();
        version("filed", "d1", source);
        String path = "/v1/models/filed/versions/1/artifact";
        assertThat(download(path).body()).isEqualTo(file);

        Map<String, String> settings = EphemeralServers.settings(ServerName.S3);
        try (ObjectStore store =
                new ObjectStore(
                        URI.create(Objects.requireNonNull(settings.get("nagar.s3.url"))),
                        Objects.requireNonNull(settings.get("nagar.s3.access-key")),
                        Objects.requireNonNull(settings.get("nagar.s3.secret-key")),
                        "digital-twin-data")) {
            String key = source.replace("s3://digital-twin-data/", "");
            store.put(key, new byte[] {1, 2, 4, (byte) 0xff});
            assertThat(download(path).statusCode()).isEqualTo(502);
            assertThat(new String(download(path).body(), StandardCharsets.UTF_8))
                    .contains("ARTIFACT_CORRUPT");
            store.remove(key);
            assertThat(download(path).statusCode()).isEqualTo(404);
        }
    }

    private String upload(String model, byte[] file) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    registry.url()
                                                            + "/v1/models/"
                                                            + model
                                                            + "/artifacts"))
                                    .header("X-API-Key", RunningParts.ASHA)
                                    .header("Content-Type", "application/octet-stream")
                                    .POST(BodyPublishers.ofByteArray(file))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    private HttpResponse<byte[]> download(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(registry.url() + path)).build(),
                    BodyHandlers.ofByteArray());
        }
    }

    @Test
    void whatCannotBeUsedIsRefusedWithTheFieldToMend() throws Exception {
        model("strict");
        JsonNode nameless = post(400, "/v1/models", "{}");
        assertThat(nameless.at("/error/details/parameter").asText()).isEqualTo("name");
        post(400, "/v1/models", "{\"name\": \"a/b\"}");
        JsonNode twice = post(400, "/v1/models", "{\"name\": \"strict\"}");
        assertThat(twice.at("/error/code").asText()).isEqualTo("RESOURCE_ALREADY_EXISTS");
        post(400, "/v1/models/strict/versions", "{\"source\": \"s3://b/k\"}");
        post(400, "/v1/models/strict/versions", "[");
        post(
                404,
                "/v1/models/nobody/versions",
                "{\"source\": \"s\", \"data_hash\": \"d\","
                        + " \"feature_set\": \"f\", \"code_version\": \"c\"}");
        version("strict", "d1");
        JsonNode stage = move(400, "strict", "1", "live");
        assertThat(stage.at("/error/details/allowed").toString()).contains("canary");
        call(404, "GET", "/v1/models/strict/versions/9.9.9", "", "");
        JsonNode evidence =
                call(
                        400,
                        "PUT",
                        "/v1/models/strict/versions/1/evidence",
                        "{\"step\": \"1h\", \"measure\": \"mae\", \"origins\": 9, \"horizons\":"
                                + " [{\"horizon\": \"1h\", \"error\": -1}]}",
                        RunningParts.ASHA);
        assertThat(evidence.at("/error/code").asText()).isEqualTo("INVALID_BODY");
    }

    @Test
    void onlyAnAdminWrites() throws Exception {
        String body = "{\"name\": \"foreign\"}";
        call(401, "POST", "/v1/models", body, "");
        call(403, "POST", "/v1/models", body, RunningParts.SENSOR);
        call(401, "POST", "/v1/models/x/rollback;/api/2.0/mlflow/runs/search", body, "");
        call(404, "GET", "/v1/models/foreign", "", "");
    }

    /** What a command printed and its status. */
    private record Ran(int status, String out, String err) {}

    private Ran run(RegistryCommand command, String key, String... args) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status =
                command.run(
                        List.of(args),
                        new Town(URI.create(registry.url()), new Secret(key)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ran(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theCommandsListMoveAndRollBack() throws Exception {
        model("by-command");
        String first = version("by-command", "d1");
        String second = version("by-command", "d2");
        prove("by-command", first, Evidence.good());
        prove("by-command", second, Evidence.good());
        String[] promote = {
            "--model", "by-command", "--version", first, "--to", "production", "--reason", "good"
        };
        assertThat(run(RegistryCommand.PROMOTE, "", promote).status()).isEqualTo(1);
        assertThat(run(RegistryCommand.PROMOTE, "", promote).err()).contains("NAGAR_API_KEY");
        Ran moved = run(RegistryCommand.PROMOTE, RunningParts.ASHA, promote);
        assertThat(moved.status()).isZero();
        assertThat(moved.out())
                .isEqualToIgnoringNewLines("by-command 1.0.0 is in stage production");
        promote[3] = second;
        run(RegistryCommand.PROMOTE, RunningParts.ASHA, promote);
        Ran listed = run(RegistryCommand.MODELS, "");
        assertThat(listed.out()).containsPattern("by-command +1\\.0\\.1 ");
        Ran one = run(RegistryCommand.MODELS, "", "--model", "by-command");
        assertThat(one.out()).contains("hourly/1").contains("approved").contains("by asha  good");
        Ran back =
                run(
                        RegistryCommand.ROLLBACK,
                        RunningParts.ASHA,
                        "--model",
                        "by-command",
                        "--reason",
                        "bad",
                        "--json");
        assertThat(JSON.readTree(back.out()).get("version").asText()).isEqualTo(first);
    }

    @Test
    void commandsSayWhatIsWrongWithTheirArguments() throws Exception {
        assertThat(run(RegistryCommand.MODELS, "", "--modle", "x"))
                .extracting(Ran::status, Ran::err)
                .first()
                .isEqualTo(2);
        assertThat(run(RegistryCommand.PROMOTE, "", "--model", "x").err())
                .contains("--reason is missing");
        assertThat(run(RegistryCommand.ROLLBACK, "", "--model").status()).isEqualTo(2);
        Ran unknown = run(RegistryCommand.MODELS, "", "--model", "nobody", "--json");
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(JSON.readTree(unknown.out()).at("/error/code").asText()).isEqualTo("NOT_FOUND");
    }

    @Test
    void withoutTheDatabaseTheRegistryIsUnavailableAndNotBroken() throws Exception {
        Map<String, String> away =
                Map.of(
                        "nagar.postgres.url", "jdbc:postgresql://127.0.0.1:1/x",
                        "nagar.s3.url", "http://127.0.0.1:1");
        try (RunningRegistry alone = RunningRegistry.startOn(away)) {
            HttpResponse<String> ours = alone.call("GET", "/v1/models", "", "");
            assertThat(ours.statusCode()).isEqualTo(503);
            assertThat(ours.headers().firstValue("Retry-After")).contains("5");
            assertThat(ours.body()).contains("UNAVAILABLE").doesNotContain("Exception");
            HttpResponse<String> mlflow =
                    alone.call("GET", "/api/2.0/mlflow/registered-models/search", "", "");
            assertThat(mlflow.body()).contains("TEMPORARILY_UNAVAILABLE");
            JsonNode health = JSON.readTree(alone.call("GET", "/health", "", "").body());
            assertThat(health.at("/parts/model-registry/state").asText()).isEqualTo("DOWN");
            assertThat(alone.call("GET", "/health/ready", "", "").statusCode())
                    .as("forecasts go on from local copies")
                    .isEqualTo(200);
        }
    }
}

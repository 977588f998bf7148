package town.nagar.forecast.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.creds.BasicMlflowHostCreds;
import town.nagar.forecast.EmptyDatabase;
import town.nagar.forecast.RunningParts;
import town.nagar.forecast.monitoring.Statement;
import town.nagar.forecast.monitoring.TrackRecord;
import town.nagar.forecast.registry.command.RegistryCommand;
import town.nagar.forecast.registry.command.Town;
import town.nagar.forecast.registry.release.Stage;
import town.nagar.forecast.rollout.Made;
import town.nagar.forecast.rollout.NewVersions;
import town.nagar.forecast.training.Trained;
import town.nagar.kit.settings.Secret;
import town.nagar.supervisor.EphemeralServers;
import town.nagar.supervisor.ServerName;

/** The whole service over HTTP, on a real PostgreSQL and object store. */
class RolloutOverHttpTest {
    private static final Instant NOW = Instant.parse("2026-02-06T05:50:00Z");
    private static final List<String> ROADS = List.of("R001", "R002");
    private static final String MODEL = Measure.VEHICLE_COUNT.model();
    private static final String QUESTION =
            "{\"location\": {\"road_id\": \"R001\"}, \"forecast_horizon\": \"2h\"}";

    @TempDir Path dataDir;

    private final ConcurrentLinkedQueue<Statement> stated = new ConcurrentLinkedQueue<>();
    private final Map<String, Double> errors = new ConcurrentHashMap<>();
    private final AtomicLong truths = new AtomicLong(1000);

    private static Map<String, String> servers() {
        Map<String, String> settings =
                new TreeMap<>(EphemeralServers.settings(ServerName.POSTGRES, ServerName.S3));
        settings.put("nagar.postgres.url", EmptyDatabase.on(settings));
        settings.put("nagar.forecast.rollout.poll-every", "200ms");
        settings.put("nagar.forecast.rollout.canary-share", "1");
        return settings;
    }

    private RunningForecast start(StubDataApi data, Map<String, String> servers, Past past) {
        return RunningForecast.startWhole(
                dataDir, data.url(), () -> NOW, servers, past, stated::add, this::did);
    }

    /** Each time it is asked more truths are known; those are asked for that have an error here. */
    private Optional<TrackRecord.Window> did(String model, String version, Instant since) {
        return Optional.ofNullable(errors.get(version))
                .map(mae -> new TrackRecord.Window(truths.incrementAndGet(), 30, mae, 10, 80, 95));
    }

    private static void offer(RunningForecast service, long seed) throws Exception {
        try (Trained trained =
                MadeModels.trained(Measure.VEHICLE_COUNT, ROADS, NOW, "ridge", seed)) {
            service.part(NewVersions.class)
                    .offer(Made.judged(trained, true), "retraining", "of the test");
        }
    }

    /** What is said of vehicles once it is said as wanted. */
    private static JsonNode await(RunningForecast service, Predicate<JsonNode> wanted)
            throws Exception {
        JsonNode model = ask(service);
        for (int tries = 0; tries < 200 && !wanted.test(model); tries++) {
            Thread.sleep(50);
            model = ask(service);
        }
        assertThat(wanted.test(model)).as(model.toString()).isTrue();
        return model;
    }

    private static JsonNode ask(RunningForecast service) throws Exception {
        return service.post("/v1/predict/traffic", QUESTION).body().at("/models/vehicle_count");
    }

    private static Predicate<JsonNode> says(String version, String stage) {
        return model ->
                model.at("/version").asText().equals("traffic-ridge-v" + version)
                        && model.at("/stage").asText().equals(stage);
    }

    @Test
    void answersNameTheVersionThatTheRegistryPutThere() throws Exception {
        try (StubDataApi data = StubDataApi.start(NOW);
                RunningForecast service = start(data, servers(), Past.NONE);
                MlflowClient mlflow =
                        new MlflowClient(
                                new BasicMlflowHostCreds(service.url(), RunningParts.ASHA))) {
            JsonNode none = await(service, model -> model.at("/degraded").asBoolean());
            assertThat(none.at("/version").asText()).endsWith("-baseline");
            offer(service, 1);
            JsonNode first = await(service, says("1.1.0", "production"));
            assertThat(first.at("/kept_by").asText()).isEqualTo("registry");

            offer(service, 2);
            String stage = "/v1/models/%s/versions/1.2.0/stage".formatted(MODEL);
            var moved = service.post(stage, "{\"stage\": \"canary\", \"reason\": \"of the test\"}");
            assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
            await(service, says("1.2.0", "canary"));
            JsonNode way = service.get("/v1/models/" + MODEL).body().at("/rollout");
            assertThat(way.at("/canary_share").asDouble()).isEqualTo(1);
            assertThat(way.at("/track_records")).hasSize(2);

            var approved =
                    service.post(stage.replace("/stage", "/approval"), "{\"reason\": \"it held\"}");
            assertThat(approved.status()).as(approved.body().toString()).isEqualTo(200);
            mlflow.sendPost(
                    "model-versions/transition-stage",
                    "{\"name\": \"%s\", \"version\": \"3\", \"stage\": \"Production\", \"archive_existing_versions\": true}"
                            .formatted(MODEL));
            await(service, says("1.2.0", "production"));

            var back =
                    service.post(
                            "/v1/models/%s/rollback".formatted(MODEL), "{\"reason\": \"it errs\"}");
            assertThat(back.status()).as(back.body().toString()).isEqualTo(200);
            await(service, says("1.1.0", "production"));
            assertStatements(service);
        }
    }

    /** Each version was stated once of this hour, as people were shown it, with the baseline. */
    private void assertStatements(RunningForecast service) throws Exception {
        assertThat(stated)
                .extracting(one -> one.version() + " " + one.stage())
                .doesNotHaveDuplicates()
                .contains("1.0.0 ARCHIVED", "1.1.0 PRODUCTION");
        Statement statement =
                stated.stream()
                        .filter(one -> one.version().equals("1.1.0"))
                        .findFirst()
                        .orElseThrow();
        assertThat(statement.stage()).isEqualTo(Stage.PRODUCTION);
        assertThat(statement.model()).isEqualTo(MODEL);
        assertThat(statement.places()).isEqualTo(ROADS);
        assertThat(statement.steps()).isEqualTo(24);
        JsonNode shown = service.post("/v1/predict/traffic", QUESTION).body().at("/predictions/1");
        assertThat(statement.at(1)).isEqualTo(shown.at("/timestamp").asText());
        assertThat(statement.value(0, 1))
                .isCloseTo(shown.at("/traffic_volume").asDouble(), within(6e-4));
        double upper = shown.at("/confidence_interval/upper").asDouble();
        assertThat(statement.value(0, 1) + statement.half95(0, 1)).isCloseTo(upper, within(6e-4));
        assertThat(statement.baseline(0, 1)).isBetween(50.0, 150.0);
        Statement before =
                stated.stream()
                        .filter(one -> one.version().equals("1.0.0"))
                        .findFirst()
                        .orElseThrow();
        assertThat(before.value(0, 1))
                .as("the baseline version says what a baseline says")
                .isBetween(50.0, 150.0);
    }

    @Test
    void aVersionClimbsByItselfAndGoesBackByItself() throws Exception {
        Map<String, String> quick = servers();
        quick.put("nagar.forecast.rollout.approval", "automatic");
        quick.put("nagar.forecast.rollout.shadow-period", "0s");
        quick.put("nagar.forecast.rollout.canary-period", "0s");
        quick.put("nagar.forecast.rollout.check-every", "300ms");
        try (StubDataApi data = StubDataApi.start(NOW);
                RunningForecast service = start(data, quick, Past.NONE)) {
            offer(service, 1);
            errors.put("1.0.0", 10.0);
            errors.put("1.1.0", 8.0);
            await(service, says("1.1.0", "production"));
            offer(service, 2);
            errors.put("1.2.0", 7.0);
            await(service, says("1.2.0", "production"));
            errors.put("1.2.0", 9.5);
            await(service, says("1.1.0", "production"));
            assertThat(
                            service.get("/v1/models/%s/changes".formatted(MODEL))
                                    .body()
                                    .at("/data")
                                    .findValuesAsText("who"))
                    .contains("rollout", "retraining");
            JsonNode last =
                    service.get("/v1/models/%s/changes".formatted(MODEL)).body().at("/data/0");
            assertThat(last.at("/what").asText()).isEqualTo("rolled back");
            assertThat(last.at("/why").asText()).startsWith("1.2.0 erred by 9.500");
        }
    }

    @Test
    void firstModelsAreInTheRegistryWithStagesAndEvidence() throws Exception {
        Past mandis =
                (measure, _) ->
                        measure == Measure.MODAL_PRICE
                                ? Optional.of(MadeModels.panel(measure, List.of("M001:wheat"), NOW))
                                : Optional.empty();
        try (StubDataApi data = StubDataApi.start(NOW);
                RunningForecast service = start(data, servers(), mandis)) {
            for (int tries = 0;
                    tries < 600 && service.part(FirstModels.class).ready() < 1;
                    tries++) {
                Thread.sleep(100);
            }
            assertThat(printed(service)).containsPattern("market.modal_price +1\\.[01]\\.0 +- ");
            String one = printed(service, "--model", "market.modal_price");
            assertThat(one)
                    .containsPattern("1\\.0\\.0 +(production|archived)")
                    .containsPattern("1\\.1\\.0 +(production|shadow) +ensemble")
                    .containsPattern("1\\.1\\.0 +30d +\\d")
                    .contains("by first-models  nothing speaks yet: ");
        }
    }

    private static String printed(RunningForecast service, String... args) throws Exception {
        var bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Town town = new Town(URI.create(service.url()), Secret.NONE);
        int status = RegistryCommand.MODELS.run(List.of(args), town, out, out);
        String text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(status).as(text).isZero();
        return text;
    }

    @Test
    void withoutServersTheLocalCopySpeaksAndSaysSo() throws Exception {
        Map<String, String> servers = servers();
        try (StubDataApi data = StubDataApi.start(NOW);
                RunningForecast service = start(data, servers, Past.NONE)) {
            offer(service, 1);
            await(service, says("1.1.0", "production"));
        }
        servers.put("nagar.postgres.url", "jdbc:postgresql://127.0.0.1:1/x");
        servers.put("nagar.s3.url", "http://127.0.0.1:1");
        try (StubDataApi data = StubDataApi.start(NOW);
                RunningForecast service = start(data, servers, Past.NONE)) {
            JsonNode said = await(service, says("1.1.0", "production"));
            assertThat(said.at("/kept_by").asText()).isEqualTo("local copy");
            JsonNode health = service.get("/health").body().at("/parts/forecast-shelf");
            for (int tries = 0; tries < 100 && health.at("/state").asText().equals("UP"); tries++) {
                Thread.sleep(50);
                health = service.get("/health").body().at("/parts/forecast-shelf");
            }
            assertThat(health.at("/state").asText()).isEqualTo("DEGRADED");
            assertThat(health.at("/note").asText()).contains("what was known of it speaks on");
        }
    }
}

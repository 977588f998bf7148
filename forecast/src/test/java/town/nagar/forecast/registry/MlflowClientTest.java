package town.nagar.forecast.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.api.proto.ModelRegistry.ModelVersionTag;
import org.mlflow.api.proto.ModelRegistry.RegisteredModel;
import org.mlflow.api.proto.Service.Experiment;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunInfo;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.api.proto.Service.ViewType;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowHttpException;
import org.mlflow.tracking.ModelVersionsPage;
import org.mlflow.tracking.RunsPage;
import org.mlflow.tracking.creds.BasicMlflowHostCreds;
import town.nagar.forecast.RunningParts;

/** MLflow's own Java client against the running service on a real PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MlflowClientTest {
    private final RunningRegistry registry = RunningRegistry.start(Map.of());
    private final MlflowClient client = client(RunningParts.ASHA);

    private MlflowClient client(String token) {
        return new MlflowClient(new BasicMlflowHostCreds(registry.url(), token));
    }

    @AfterAll
    void stop() {
        client.close();
        registry.close();
    }

    @Test
    void experimentsAreMadeFoundRenamedDeletedAndRestored() {
        String id = client.createExperiment("water demand");
        Experiment made = client.getExperiment(id);
        assertThat(made.getName()).isEqualTo("water demand");
        assertThat(made.getLifecycleStage()).isEqualTo("active");
        assertThat(made.getArtifactLocation()).startsWith("s3://").endsWith("/mlflow/" + id);
        client.renameExperiment(id, "water demand, hourly");
        assertThat(client.getExperimentByName("water demand")).isEmpty();
        assertThat(
                        client.getExperimentByName("water demand, hourly")
                                .map(Experiment::getExperimentId))
                .contains(id);
        client.setExperimentTag(id, "town", "Ahmedabad");
        assertThat(
                        client.searchExperiments("tags.town = 'Ahmedabad'").getItems().stream()
                                .map(Experiment::getExperimentId))
                .containsExactly(id);
        client.deleteExperiment(id);
        assertThat(client.getExperiment(id).getLifecycleStage()).isEqualTo("deleted");
        assertThat(client.searchExperiments("name LIKE 'water demand%'").getItems()).isEmpty();
        client.restoreExperiment(id);
        assertThat(client.searchExperiments("name LIKE 'water demand%'").getItems()).hasSize(1);
        assertThatThrownBy(() -> client.createExperiment("water demand, hourly"))
                .isInstanceOfSatisfying(
                        MlflowHttpException.class,
                        e -> {
                            assertThat(e.getStatusCode()).isEqualTo(400);
                            assertThat(e.getBodyMessage()).contains("RESOURCE_ALREADY_EXISTS");
                        });
    }

    @Test
    void aRunKeepsWhatIsLoggedAndIsFoundByIt() {
        String experiment = client.createExperiment("pm25");
        RunInfo run = client.createRun(experiment);
        client.logParam(run.getRunId(), "trees", "400");
        client.logMetric(run.getRunId(), "rmse", 12.5, 1_700_000_000_000L, 1);
        client.logMetric(run.getRunId(), "rmse", 11.25, 1_700_000_001_000L, 2);
        client.logBatch(
                run.getRunId(),
                List.of(
                        Metric.newBuilder()
                                .setKey("mae")
                                .setValue(Double.NaN)
                                .setTimestamp(1)
                                .setStep(0)
                                .build()),
                List.of(Param.newBuilder().setKey("depth").setValue("6").build()),
                List.of(RunTag.newBuilder().setKey("note").setValue("\u0a97\u0ac1\u0a9c").build()));
        client.setTag(run.getRunId(), "gone", "soon");
        client.deleteTag(run.getRunId(), "gone");
        client.setTerminated(run.getRunId(), RunStatus.FINISHED, 1_700_000_002_000L);

        Run read = client.getRun(run.getRunId());
        assertThat(read.getInfo().getStatus()).isEqualTo(RunStatus.FINISHED);
        assertThat(read.getInfo().getEndTime()).isEqualTo(1_700_000_002_000L);
        assertThat(read.getInfo().getExperimentId()).isEqualTo(experiment);
        assertThat(read.getData().getParamsList())
                .extracting(Param::getKey, Param::getValue)
                .containsExactly(tuple("depth", "6"), tuple("trees", "400"));
        assertThat(read.getData().getMetricsList())
                .extracting(Metric::getKey)
                .containsExactly("mae", "rmse");
        assertThat(read.getData().getMetrics(0).getValue()).isNaN();
        assertThat(read.getData().getMetrics(1).getValue()).isEqualTo(11.25);
        assertThat(read.getData().getTagsList())
                .extracting(RunTag::getKey)
                .contains("note")
                .doesNotContain("gone");
        assertThat(client.getMetricHistory(run.getRunId(), "rmse"))
                .extracting(Metric::getValue, Metric::getStep)
                .containsExactly(tuple(12.5, 1L), tuple(11.25, 2L));
        assertThat(found(experiment, "metrics.rmse < 12 AND params.trees = '400'")).hasSize(1);
        assertThat(found(experiment, "metrics.rmse < 11")).isEmpty();
        assertThat(found(experiment, "attributes.status = 'FINISHED' AND tags.note != 'x'"))
                .hasSize(1);
        client.deleteRun(run.getRunId());
        assertThat(found(experiment, "")).isEmpty();
        client.restoreRun(run.getRunId());
        assertThat(found(experiment, "")).hasSize(1);
    }

    private List<Run> found(String experiment, String filter) {
        return client.searchRuns(List.of(experiment), filter, ViewType.ACTIVE_ONLY, 100).getItems();
    }

    @Test
    void aParameterIsNotChanged() {
        RunInfo run = client.createRun();
        client.logParam(run.getRunId(), "seed", "1");
        client.logParam(run.getRunId(), "seed", "1");
        assertThatThrownBy(() -> client.logParam(run.getRunId(), "seed", "2"))
                .isInstanceOfSatisfying(
                        MlflowHttpException.class,
                        e -> assertThat(e.getBodyMessage()).contains("INVALID_PARAMETER_VALUE"));
    }

    @Test
    void pagesOfRunsHoldEachRunOnce() {
        String experiment = client.createExperiment("pages");
        for (int i = 0; i < 7; i++) {
            client.createRun(experiment);
        }
        Set<String> seen = new TreeSet<>();
        RunsPage page =
                client.searchRuns(
                        List.of(experiment),
                        "",
                        ViewType.ACTIVE_ONLY,
                        3,
                        List.of("attributes.start_time DESC"));
        int pages = 1;
        page.getItems().forEach(run -> seen.add(run.getInfo().getRunId()));
        while (page.hasNextPage()) {
            page = (RunsPage) page.getNextPage();
            page.getItems().forEach(run -> seen.add(run.getInfo().getRunId()));
            pages++;
        }
        assertThat(seen).hasSize(7);
        assertThat(pages).isEqualTo(3);
    }

    private void register(String name) {
        client.sendPost("registered-models/create", "{\"name\": \"%s\"}".formatted(name));
    }

    private void version(String name, String source, String run) {
        client.sendPost(
                "model-versions/create",
                "{\"name\": \"%s\", \"source\": \"%s\", \"run_id\": \"%s\"}"
                        .formatted(name, source, run));
    }

    private void move(String name, String version, String stage) {
        client.sendPost(
                "model-versions/transition-stage",
                "{\"name\": \"%s\", \"version\": \"%s\", \"stage\": \"%s\"}"
                        .formatted(name, version, stage));
    }

    @Test
    void versionsAreListedReadMovedAndSearched() {
        register("traffic");
        String run = client.createRun().getRunId();
        version("traffic", "s3://bucket/a", run);
        version("traffic", "s3://bucket/b", run);
        version("traffic", "s3://bucket/c", "");

        ModelVersion second = client.getModelVersion("traffic", "2");
        assertThat(second.getSource()).isEqualTo("s3://bucket/b");
        assertThat(second.getRunId()).isEqualTo(run);
        assertThat(second.getUserId()).isEqualTo("asha");
        assertThat(second.getCurrentStage()).isEqualTo("None");
        assertThat(second.getCreationTimestamp()).isGreaterThan(1_700_000_000_000L);
        assertThat(second.getTagsList())
                .extracting(ModelVersionTag::getKey, ModelVersionTag::getValue)
                .contains(tuple("nagar.semantic_version", "1.0.1"));
        assertThat(client.getModelVersionDownloadUri("traffic", "2")).isEqualTo("s3://bucket/b");

        move("traffic", "2", "Staging");
        move("traffic", "1", "Archived");
        RegisteredModel model = client.getRegisteredModel("traffic");
        assertThat(model.getLatestVersionsList())
                .extracting(ModelVersion::getCurrentStage, ModelVersion::getVersion)
                .containsExactlyInAnyOrder(
                        tuple("None", "3"), tuple("Staging", "2"), tuple("Archived", "1"));
        assertThat(client.getLatestVersions("traffic", List.of("Staging")))
                .extracting(ModelVersion::getVersion)
                .containsExactly("2");

        assertThat(searched("name = 'traffic'", 2)).containsExactly("3", "2", "1");
        assertThat(searched("run_id = '%s'".formatted(run), 10)).containsExactly("2", "1");
        assertThat(searched("name LIKE 'no%'", 10)).isEmpty();
    }

    private List<String> searched(String filter, int size) {
        List<String> versions = new ArrayList<>();
        Optional<ModelVersionsPage> page =
                Optional.of(
                        client.searchModelVersions(filter, size, List.of("version_number DESC")));
        while (page.isPresent()) {
            page.get().getItems().forEach(one -> versions.add(one.getVersion()));
            page =
                    page.filter(ModelVersionsPage::hasNextPage)
                            .map(one -> (ModelVersionsPage) one.getNextPage());
        }
        return versions;
    }

    @Test
    void productionIsRefusedWithoutEvidence() {
        register("yield");
        version("yield", "s3://bucket/y", "");
        assertThatThrownBy(() -> move("yield", "1", "Production"))
                .isInstanceOfSatisfying(
                        MlflowHttpException.class,
                        e -> {
                            assertThat(e.getStatusCode()).isEqualTo(409);
                            assertThat(e.getBodyMessage())
                                    .contains("INVALID_STATE")
                                    .contains("walk_forward is missing");
                        });
        assertThat(client.getModelVersion("yield", "1").getCurrentStage()).isEqualTo("None");
    }

    @Test
    void whatIsNotThereIsSaidInMlflowsWords() {
        assertThatThrownBy(() -> client.getRegisteredModel("nobody"))
                .isInstanceOfSatisfying(
                        MlflowHttpException.class,
                        e -> {
                            assertThat(e.getStatusCode()).isEqualTo(404);
                            assertThat(e.getBodyMessage())
                                    .contains("\"error_code\":\"RESOURCE_DOES_NOT_EXIST\"");
                        });
        assertThatThrownBy(() -> client.sendGet("no/such/call"))
                .isInstanceOfSatisfying(
                        MlflowHttpException.class,
                        e -> assertThat(e.getBodyMessage()).contains("ENDPOINT_NOT_FOUND"));
    }

    @Test
    void anyoneReadsAndOnlyAnAdminWrites() {
        try (MlflowClient sensor = client(RunningParts.SENSOR);
                MlflowClient stranger = new MlflowClient(registry.url());
                MlflowClient forger = client("forged")) {
            assertThat(stranger.searchExperiments().getItems()).isNotEmpty();
            assertThat(stranger.searchRuns(List.of("0"), "", ViewType.ACTIVE_ONLY, 10)).isNotNull();
            assertThat(status(() -> stranger.createExperiment("x"))).isEqualTo(401);
            assertThat(status(() -> sensor.createExperiment("x"))).isEqualTo(403);
            assertThat(status(() -> forger.searchExperiments())).isEqualTo(401);
        }
    }

    private static int status(Runnable call) {
        try {
            call.run();
            return 200;
        } catch (MlflowHttpException e) {
            assertThat(e.getBodyMessage()).contains("\"error_code\"");
            return e.getStatusCode();
        }
    }
}

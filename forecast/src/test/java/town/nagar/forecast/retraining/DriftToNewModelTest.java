package town.nagar.forecast.retraining;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.forecast.FreshAlerts;
import town.nagar.forecast.RunningParts;
import town.nagar.forecast.artifact.Provenance;
import town.nagar.forecast.monitoring.RunningWatch;
import town.nagar.forecast.registry.command.RegistryCommand;
import town.nagar.forecast.registry.command.Town;
import town.nagar.forecast.registry.release.Stage;
import town.nagar.forecast.serving.MadeModels;
import town.nagar.forecast.serving.Measure;
import town.nagar.forecast.serving.StubDataApi;
import town.nagar.kit.settings.Secret;

/** A sensor drifts, that is found, and a new model is trained and offered, with the reason. */
class DriftToNewModelTest {
    private static final Instant NOW = Instant.parse("2026-02-06T05:50:00Z");
    private static final String MODEL = "traffic.vehicle_count";

    @TempDir Path dataDir;

    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
    private final BlockingQueue<Offered> offers = new LinkedBlockingQueue<>();
    private final AtomicInteger versions = new AtomicInteger();

    private final FreshAlerts alerts;

    DriftToNewModelTest() throws Exception {
        alerts = FreshAlerts.make();
    }

    private record Offered(Provenance model, String who, String why) {}

    private RunningWatch start(StubDataApi data, String window) {
        return RunningWatch.start(
                dataDir,
                data.url(),
                () -> Objects.requireNonNull(time.get()),
                (trained, who, why) -> {
                    offers.add(new Offered(trained.model().provenance(), who, why));
                    return "1.%d.0".formatted(versions.incrementAndGet());
                },
                Map.of(
                        "nagar.kafka.url",
                        FreshAlerts.url(),
                        "nagar.forecast.monitoring.window",
                        window));
    }

    private Offered offered() throws InterruptedException {
        return Objects.requireNonNull(offers.poll(120, TimeUnit.SECONDS), "nothing was offered");
    }

    private static JsonNode ended(RunningWatch watch, int count) throws Exception {
        JsonNode list = watch.get("/v1/models/%s/retrainings".formatted(MODEL)).body().at("/data");
        for (int tries = 0; tries < 200 && !all(list, count); tries++) {
            Thread.sleep(50);
            list = watch.get("/v1/models/%s/retrainings".formatted(MODEL)).body().at("/data");
        }
        assertThat(all(list, count)).as(list.toString()).isTrue();
        return list;
    }

    private static boolean all(JsonNode list, int count) {
        List<String> states = new ArrayList<>();
        list.forEach(one -> states.add(one.at("/state").asText()));
        return states.stream().filter("done"::equals).count() == count;
    }

    @Test
    void aDriftingSensorLeadsToANewModelAndTheNextWeekToAnother() throws Exception {
        MadeModels.add(dataDir, Measure.VEHICLE_COUNT, List.of("R001", "R002"), NOW, "ridge");
        try (StubDataApi data = StubDataApi.start(NOW);
                RunningWatch watch = start(data, "7d")) {
            watch.round();
            assertThat(drifts(watch)).as("all is as it was").isEmpty();

            time.set(NOW.plus(Duration.ofDays(4)));
            data.knowUntil(NOW.plus(Duration.ofDays(4)));
            data.drift("R002", NOW);
            watch.round();
            watch.round();
            JsonNode drifts = drifts(watch);
            assertThat(drifts).as(drifts.toString()).hasSize(1);
            assertThat(drifts.at("/0/rule").asText()).isEqualTo("sensor_drift_vehicle_count");
            assertThat(drifts.at("/0/place").asText()).isEqualTo("R002");
            assertThat(drifts.at("/0/status").asText()).isEqualTo("active");
            Instant since = Instant.parse(drifts.at("/0/faulty_since").asText());
            assertThat(since)
                    .isBetween(NOW.minus(Duration.ofHours(24)), NOW.plus(Duration.ofHours(36)));

            Offered offered = offered();
            assertThat(offered.who()).isEqualTo("retraining");
            assertThat(offered.why())
                    .startsWith("feature_drift: vehicle_count of R002 is on average")
                    .contains("values of R002 since")
                    .contains("left out as faulty");
            assertThat(offered.model().name()).isEqualTo(MODEL);
            assertThat(offered.model().series()).containsExactly("R001", "R002");
            assertThat(offered.model().until()).startsWith("2026-02-10T10:00");
            JsonNode done = ended(watch, 1);
            assertThat(done.at("/0/cause").asText()).isEqualTo("feature_drift");
            assertThat(done.at("/0/outcome").asText()).isEqualTo("1.1.0");
            String metrics = watch.metrics();
            assertThat(metrics)
                    .contains("nagar_forecast_retrainings_total{cause=\"feature_drift\"")
                    .contains(
                            "nagar_forecast_drift_psi{model=\"traffic.vehicle_count\",of=\"level\"}");
            assertThat(changes(watch)).contains("retraining asked");
            assertThat(alerts.steps()).containsExactly("sensor_drift_vehicle_count R002 OPENED");

            time.set(NOW.plus(Duration.ofDays(12)));
            data.knowUntil(NOW.plus(Duration.ofDays(12)));
            watch.round();
            assertThat(offered().why())
                    .as("a week after, whatever else goes on")
                    .startsWith("schedule: the latest training was at 2026-02-10T05:50:00Z");
            assertThat(ended(watch, 2)).hasSize(2);
            assertThat(offers).isEmpty();
        }
    }

    private static List<String> changes(RunningWatch watch) throws Exception {
        return watch.get("/v1/models/%s/changes".formatted(MODEL)).body().findValuesAsText("what");
    }

    private static JsonNode drifts(RunningWatch watch) throws Exception {
        return watch.get("/v1/forecasts/drift?measure=" + MODEL).body().at("/data");
    }

    @Test
    void aVersionThatErrsMoreThanInItsFoldsIsReplacedAndItsPredictionsAreSeenToHaveMoved()
            throws Exception {
        MadeModels.add(dataDir, Measure.VEHICLE_COUNT, List.of("R001", "R002"), NOW, "ridge");
        Instant hour = Instant.parse("2026-02-06T05:30:00Z");
        try (StubDataApi data = StubDataApi.start(NOW);
                RunningWatch watch = start(data, "4d")) {
            watch.say(Stage.PRODUCTION, "1.0.0", hour, 5 * 24, 40);
            watch.round();
            assertThat(drifts(watch).findValuesAsText("rule"))
                    .containsExactlyInAnyOrder("forecast_error", "prediction_drift");
            Offered offered = offered();
            assertThat(offered.why())
                    .matches("error: MAPE of the last \\d days is [34]\\d\\.\\d %, .*");
            assertThat(ended(watch, 1).findValuesAsText("cause")).contains("error");
            assertThat(watch.metrics())
                    .contains("nagar_forecast_error{model=\"traffic.vehicle_count\"}")
                    .contains(
                            "nagar_forecast_coverage{level=\"80\",model=\"traffic.vehicle_count\"}")
                    .contains("of=\"predictions\"}");
        }
    }

    @Test
    void aPersonAsksWithAKeyAndAReason() throws Exception {
        String path = "/v1/models/%s/retrain".formatted(MODEL);
        try (StubDataApi data = StubDataApi.start(NOW);
                RunningWatch watch = start(data, "7d")) {
            String reason = "{\"reason\": \"a new bridge\"}";
            assertThat(watch.post(path, reason, "").status()).isEqualTo(401);
            assertThat(watch.post(path, "{\"reason\": \" \"}", RunningParts.ASHA).status())
                    .isEqualTo(400);
            String unknown = "/v1/models/unknown/retrain";
            assertThat(watch.post(unknown, reason, RunningParts.ASHA).status()).isEqualTo(404);
            var asked = watch.post(path, reason, RunningParts.ASHA);
            assertThat(asked.status()).as(asked.body().toString()).isEqualTo(202);
            assertThat(asked.body().at("/status_url").asText())
                    .isEqualTo("/v1/models/%s/retrainings".formatted(MODEL));
            Offered offered = offered();
            assertThat(offered.who()).isEqualTo("asha");
            assertThat(offered.why()).isEqualTo("by_hand: a new bridge");
            ended(watch, 1);
            watch.post(path, "{\"reason\": \"again at once\"}", RunningParts.ASHA);
            assertThat(offered().why()).as("a person does not wait").contains("again at once");
            var out = new ByteArrayOutputStream();
            var err = new ByteArrayOutputStream();
            int status =
                    RegistryCommand.RETRAIN.run(
                            List.of(MODEL, "--reason", "by command"),
                            new Town(watch.url(), new Secret(RunningParts.ASHA)),
                            new PrintStream(out, true, StandardCharsets.UTF_8),
                            new PrintStream(err, true, StandardCharsets.UTF_8));
            assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .startsWith(MODEL + " is trained anew when its turn comes");
            assertThat(offered().why()).isEqualTo("by_hand: by command");
        }
    }
}

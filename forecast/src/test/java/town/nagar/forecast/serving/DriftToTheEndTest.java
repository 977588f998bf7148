package town.nagar.forecast.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.forecast.EmptyDatabase;
import town.nagar.forecast.FreshAlerts;
import town.nagar.forecast.rollout.Made;
import town.nagar.forecast.rollout.NewVersions;
import town.nagar.forecast.serving.StubDataApi.Noise;
import town.nagar.forecast.training.Trained;
import town.nagar.supervisor.EphemeralServers;
import town.nagar.supervisor.ServerName;

/** A sensor drifts; what follows of itself, up to the end of a new version, is in the log. */
class DriftToTheEndTest {
    private static final Instant NOW = Instant.parse("2026-02-06T05:50:00Z");
    private static final List<String> ROADS = List.of("R001", "R002");
    private static final String MODEL = Measure.VEHICLE_COUNT.model();

    /** The registry's own numbers of the versions; 1 is the baseline. */
    private static final int FIRST = 2;

    private static final int SECOND = 3;
    private static final String QUESTION =
            "{\"location\": {\"road_id\": \"R001\"}, \"forecast_horizon\": \"24h\"}";

    @TempDir Path dataDir;

    /** Without its topic each round would wait for Kafka. */
    @BeforeAll
    static void makeTopic() throws Exception {
        var _ = FreshAlerts.make();
    }

    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);

    private Instant now() {
        return Objects.requireNonNull(time.get());
    }

    private static Map<String, String> settings() {
        Map<String, String> settings =
                new TreeMap<>(EphemeralServers.settings(ServerName.POSTGRES, ServerName.S3));
        settings.put("nagar.postgres.url", EmptyDatabase.on(settings));
        settings.put("nagar.kafka.url", FreshAlerts.url());
        settings.put("nagar.forecast.monitoring.round-after", "0s");
        settings.put("nagar.forecast.monitoring.round-every", "100ms");
        settings.put("nagar.forecast.rollout.poll-every", "100ms");
        settings.put("nagar.forecast.rollout.check-every", "100ms");
        settings.put("nagar.forecast.rollout.shadow-period", "3h");
        settings.put("nagar.forecast.rollout.canary-period", "3h");
        settings.put("nagar.forecast.rollout.least-truths", "6");
        settings.put("nagar.forecast.rollout.least-origins", "2");
        settings.put("nagar.forecast.rollout.approval", "automatic");
        settings.put("nagar.forecast.rollout.strikes", "1000"); // going back is another story
        return settings;
    }

    private static void offerFirst(RunningForecast service, String kind) throws Exception {
        try (Trained trained =
                MadeModels.trained(Measure.VEHICLE_COUNT, ROADS, NOW, kind, 1, Noise.SWAY)) {
            service.part(NewVersions.class)
                    .offer(Made.judged(trained, true), "somebody", "the first");
        }
    }

    /** What happened to a version, the oldest first, as {@code WHO WHAT STAGE: WHY}. */
    private static List<String> changes(RunningForecast service, int number) throws Exception {
        JsonNode all =
                service.get("/v1/models/%s/changes?per_page=1000".formatted(MODEL))
                        .body()
                        .at("/data");
        List<String> changes = new ArrayList<>();
        for (JsonNode one : all) {
            if (one.at("/number").asInt() == number) {
                changes.addFirst(
                        "%s %s %s: %s"
                                .formatted(
                                        one.at("/who").asText(),
                                        one.at("/what").asText(),
                                        one.at("/detail/to").asText(),
                                        one.at("/why").asText()));
            }
        }
        return changes;
    }

    private static boolean has(List<String> changes, String start) {
        return changes.stream().anyMatch(one -> one.startsWith(start));
    }

    /**
     * A town whose sensor at R002 has drifted for four days, and what happened to the new version.
     */
    private List<String> life(String first, boolean repaired) throws Exception {
        try (StubDataApi data = StubDataApi.start(NOW, Noise.SWAY);
                RunningForecast service =
                        RunningForecast.startWhole(
                                dataDir, data.url(), this::now, settings(), Past.NONE)) {
            offerFirst(service, first);
            await(service, FIRST, "somebody moved production");
            time.set(NOW.plus(Duration.ofDays(4)));
            data.knowUntil(now());
            data.drift("R002", NOW);
            await(service, SECOND, "retraining moved shadow");
            if (repaired) {
                data.repair(now());
            }
            for (int hour = 0; hour < 40 && !isSettled(changes(service, SECOND)); hour++) {
                Instant next = now().plus(Duration.ofHours(1));
                data.knowUntil(next);
                time.set(next);
                service.post("/v1/predict/traffic", QUESTION);
                awaitRound(service, next);
            }
            return changes(service, SECOND);
        }
    }

    /** Waits until a round has judged what was known at a time. */
    private static void awaitRound(RunningForecast service, Instant at) throws Exception {
        Instant last = Instant.MIN;
        for (int tries = 0; tries < 1000 && last.isBefore(at); tries++) {
            Thread.sleep(20);
            JsonNode health = service.get("/health").body().at("/parts/forecast-monitoring");
            String words = health.at("/figures/last_round").asText();
            last = words.startsWith("20") ? Instant.parse(words) : Instant.MIN;
        }
        assertThat(last).isAfterOrEqualTo(at);
    }

    private static boolean isSettled(List<String> changes) {
        return has(changes, "rollout moved production") || has(changes, "rollout moved archived");
    }

    @Test
    void aVersionThatIsWorseWhileTheSensorDriftsOnIsRefusedWithItsFigures() throws Exception {
        List<String> life = life("ridge", false);
        assertThat(life.getFirst())
                .startsWith("retraining registered")
                .contains("feature_drift: vehicle_count of R002 is on average")
                .contains("are left out as faulty");
        assertThat(life.getLast())
                .startsWith("rollout moved archived: refused: 1.2.0 erred by")
                .contains("truths from");
    }

    @Test
    void oneThatIsBetterOnceTheSensorIsRepairedClimbsToProduction() throws Exception {
        List<String> life = life("last", true);
        assertThat(life)
                .anyMatch(one -> one.startsWith("rollout moved canary"))
                .anyMatch(one -> one.startsWith("rollout moved production"));
    }

    private static void await(RunningForecast service, int number, String start) throws Exception {
        for (int tries = 0; tries < 600 && !has(changes(service, number), start); tries++) {
            Thread.sleep(100);
        }
        assertThat(changes(service, number)).anyMatch(one -> one.startsWith(start));
    }
}

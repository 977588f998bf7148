package town.nagar.forecast.retraining;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import town.nagar.forecast.EmptyDatabase;
import town.nagar.forecast.monitoring.Cause;
import town.nagar.forecast.registry.tables.Tables;
import town.nagar.forecast.rollout.Lineup.Production;
import town.nagar.forecast.serving.Measure;
import town.nagar.forecast.training.Trainer;
import town.nagar.supervisor.EphemeralServers;
import town.nagar.supervisor.ServerName;

/**
 * The queue of trainings on a real PostgreSQL; nothing is known to learn from, so that all fail.
 */
class RequestsTest {
    private static final Instant NOW = Instant.parse("2026-02-06T05:50:00Z");
    private static final String PM25 = "pollution.pm25";

    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
    private final Tables[] tables = new Tables[1];

    @BeforeEach
    void open() {
        Map<String, String> settings =
                new TreeMap<>(EphemeralServers.settings(ServerName.POSTGRES));
        tables[0] =
                new Tables(
                        EmptyDatabase.on(settings),
                        settings.getOrDefault("nagar.postgres.user", ""),
                        settings.getOrDefault("nagar.postgres.password", ""),
                        3,
                        new Tables.Schema(
                                "forecast_monitoring",
                                "town/nagar/forecast/monitoring/schema",
                                Map.of()));
    }

    @AfterEach
    void close() {
        tables[0].close();
    }

    private Requests requests() {
        return new Requests(tables[0]);
    }

    private Retraining start() {
        var settings =
                new RetrainingSettings(
                        true, Duration.ofDays(7), Duration.ofHours(12), Duration.ofDays(14));
        return Retraining.start(
                new Retraining.Parts(
                        requests(),
                        (_, _) -> Optional.empty(),
                        _ -> new Production.None("none"),
                        new Trainer(1, _ -> {}),
                        (_, _, _) -> "1.0.0",
                        (_, _, _, _, _) -> {},
                        new SimpleMeterRegistry()),
                settings,
                () -> Objects.requireNonNull(time.get()));
    }

    private List<Request> awaitEnded(int count) throws InterruptedException {
        List<Request> all = requests().list(PM25, 10);
        for (int tries = 0; tries < 200 && ended(all) < count; tries++) {
            Thread.sleep(50);
            all = requests().list(PM25, 10);
        }
        assertThat(ended(all)).as(all.toString()).isEqualTo(count);
        return all;
    }

    private static long ended(List<Request> all) {
        return all.stream().filter(one -> one.end().isPresent()).count();
    }

    @Test
    void ofEachModelOneWaitsAndThoseByHandGoFirst() {
        Requests requests = requests();
        assertThat(requests.add(PM25, Cause.ERROR, "retraining", "worse", NOW)).isTrue();
        assertThat(requests.add(PM25, Cause.SCHEDULE, "retraining", "weekly", NOW)).isFalse();
        assertThat(requests.add("pollution.aqi", Cause.BY_HAND, "asha", "please", NOW)).isTrue();
        assertThat(requests.waiting())
                .extracting(Request::model)
                .containsExactly("pollution.aqi", PM25);
        long first = requests.waiting().getLast().id();
        requests.began(first);
        requests.takeUp();
        assertThat(requests.waiting()).as("what ran waits again").hasSize(2);
        requests.began(first);
        assertThat(requests.add(PM25, Cause.SCHEDULE, "retraining", "weekly", NOW)).isTrue();
        requests.takeUp();
        assertThat(requests.list(PM25, 5))
                .extracting(Request::state)
                .containsExactly("waiting", "failed");
    }

    @Test
    void whatCallsForATrainingTooSoonWaitsUntilThePauseIsOver() throws Exception {
        try (Retraining retraining = start()) {
            retraining.raise(Measure.PM25, Cause.ERROR, "worse");
            assertThat(awaitEnded(1).getFirst().outcome())
                    .isEqualTo("nothing is known to learn from");
            retraining.raise(Measure.PM25, Cause.FEATURE_DRIFT, "moved");
            retraining.raise(Measure.PM25, Cause.PREDICTION_DRIFT, "moved too");
            Thread.sleep(500);
            assertThat(requests().waiting()).extracting(Request::why).containsExactly("moved");
            time.set(NOW.plus(Duration.ofHours(12)));
            retraining.ended(NOW.plus(Duration.ofHours(12)));
            assertThat(awaitEnded(2).getFirst().why()).isEqualTo("moved");
        }
    }

    @Test
    void aPersonDoesNotWaitForThePause() throws Exception {
        try (Retraining retraining = start()) {
            retraining.raise(Measure.PM25, Cause.ERROR, "worse");
            awaitEnded(1);
            retraining.ask(Measure.PM25, Cause.BY_HAND, "asha", "now");
            assertThat(awaitEnded(2).getFirst().who()).isEqualTo("asha");
        }
    }
}

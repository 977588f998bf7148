package town.nagar.forecast.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.forecast.registry.release.Stage;
import town.nagar.forecast.serving.StubDataApi;

/** Statements, truths and what comes of them, on a real PostgreSQL. */
class TrackRecordTest {
    private static final Instant NOW = Instant.parse("2026-02-06T05:50:00Z");
    private static final Instant HOUR = Instant.parse("2026-02-06T05:30:00Z"); // 11:00 in India
    private static final String MODEL = "traffic.vehicle_count";

    @TempDir Path dataDir;

    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);

    private RunningWatch start(StubDataApi data) {
        return RunningWatch.start(
                dataDir,
                data.url(),
                () -> Objects.requireNonNull(time.get()),
                (_, _, _) -> "1.0.0",
                Map.of());
    }

    @Test
    void whatWasSaidIsHeldAgainstWhatWasMeasured() throws Exception {
        try (StubDataApi data = StubDataApi.start(HOUR);
                RunningWatch watch = start(data)) {
            watch.say(Stage.PRODUCTION, "1.0.0", HOUR, 48, 2);
            watch.say(Stage.SHADOW, "1.0.1", HOUR, 48, -1);
            TrackRecord record = watch.part(TrackRecord.class);
            Instant since = HOUR.minus(Duration.ofHours(24));
            assertThat(record.of(MODEL, "1.0.0", since)).as("no truth is fetched yet").isEmpty();
            watch.round();

            Optional<TrackRecord.Window> shown = record.of(MODEL, "1.0.0", since);
            // of each of 24 hours six origins spoke, the last but five of them: 24 * 6 less 15
            long forecasts = 2 * (24 * 6);
            assertThat(shown)
                    .hasValueSatisfying(window -> {
                        assertThat(window.truths()).isEqualTo(forecasts);
                        assertThat(window.origins()).isEqualTo(24 + 5);
                        assertThat(window.mae()).isCloseTo(2, within(1e-4));
                        assertThat(window.baselineMae()).isCloseTo(4, within(1e-4));
                        assertThat(window.covered80Percent()).isZero();
                        assertThat(window.covered95Percent()).isEqualTo(100);
                    });
            assertThat(record.of(MODEL, "1.0.1", since))
                    .hasValueSatisfying(
                            window -> assertThat(window.mae()).isCloseTo(1, within(1e-4)));
            assertThat(record.of(MODEL, "9.9.9", since)).isEmpty();
            assertThat(record.of("unknown.model", "1.0.0", since)).isEmpty();
            page(watch);
            aTruthThatComesLateCounts(data, watch, record, since);
        }
    }

    private static void page(RunningWatch watch) throws IOException, InterruptedException {
        JsonNode page = watch.get("/v1/forecasts/quality?measure=" + MODEL + "&days=7").body();
        JsonNode overall = page.at("/overall");
        assertThat(overall.at("/mae").asDouble()).as(page.toString()).isEqualTo(2);
        assertThat(overall.at("/rmse").asDouble()).isEqualTo(2);
        assertThat(overall.at("/bias").asDouble()).isEqualTo(2);
        assertThat(overall.at("/skill_percent").asDouble()).isEqualTo(50);
        assertThat(overall.at("/mape_percent").asDouble()).isBetween(1.4, 2.9);
        assertThat(page.at("/unit").asText()).isEqualTo("vehicles");
        assertThat(page.at("/by_day")).hasSize(3);
        assertThat(page.at("/by_hour")).hasSize(24);
        assertThat(page.at("/by_horizon")).hasSize(2);
        assertThat(page.at("/by_horizon/1/from_step").asInt()).isEqualTo(4);
        assertThat(page.at("/by_place")).hasSize(2);
        assertThat(page.at("/by_place/0/ward").asText()).isEqualTo("W7");
        assertThat(page.at("/by_place/1/coverage95_percent").isMissingNode()).isTrue();
        assertThat(page.at("/by_ward/0/bias").asDouble()).isEqualTo(2);
        JsonNode shadow =
                watch.get("/v1/forecasts/quality?measure=vehicle_count&version=1.0.1").body();
        assertThat(shadow.at("/overall/bias").asDouble()).isEqualTo(-1);
        var wrong = watch.get("/v1/forecasts/quality?measure=yield_kg_per_ha");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(watch.get("/v1/forecasts/quality?measure=x&days=0").status()).isEqualTo(400);
        JsonNode empty = watch.get("/v1/forecasts/quality?measure=pm25").body();
        assertThat(empty.at("/overall/forecasts").asInt()).isZero();
        assertThat(empty.at("/by_day")).isEmpty();
        JsonNode health = watch.get("/health").body().at("/parts/forecast-monitoring");
        assertThat(health.at("/figures/statements_kept").asInt()).isEqualTo(96);
    }

    private void aTruthThatComesLateCounts(
            StubDataApi data, RunningWatch watch, TrackRecord record, Instant since) {
        Instant later = HOUR.plus(Duration.ofHours(3));
        time.set(later);
        data.knowUntil(later);
        watch.round();
        assertThat(record.of(MODEL, "1.0.0", since))
                .hasValueSatisfying(window ->
                        // the origin before HOUR said five steps more, the next four …
                        assertThat(window.truths()).isEqualTo(2 * (24 * 6 + 5 + 4 + 3)));
    }

    @Test
    void statementsThatCannotBeWrittenWaitAndThenAreDroppedAndCounted() throws Exception {
        var tables =
                new town.nagar.forecast.registry.tables.Tables(
                        "jdbc:postgresql://127.0.0.1:1/x", "", "", 2, MonitoringTables.SCHEMA);
        try (tables;
                var statements = new KeptStatements(new StatementTable(tables), 3)) {
            for (int back = 0; back < 40; back++) {
                Instant origin = HOUR.minus(Duration.ofHours(back));
                statements.take(new MadeStatement("1.0.0", Stage.SHADOW, origin, 0, 1));
            }
            assertThat(statements.waiting()).isEqualTo(3);
            assertThat(statements.dropped()).isBetween(20L, 37L);
            assertThat(statements.kept()).isZero();
        }
    }

    @Test
    void whatIsOldIsForgotten() throws Exception {
        try (StubDataApi data = StubDataApi.start(HOUR);
                RunningWatch watch = start(data)) {
            watch.say(Stage.PRODUCTION, "1.0.0", HOUR, 3, 2);
            watch.round();
            assertThat(List.of(watch.part(StatementTable.class).oldest(MODEL)))
                    .containsExactly(Optional.of(HOUR.minus(Duration.ofHours(3))));
            time.set(NOW.plus(Duration.ofDays(61)));
            watch.round();
            assertThat(watch.part(StatementTable.class).oldest(MODEL)).isEmpty();
        }
    }
}

package town.nagar.forecast.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import town.nagar.forecast.monitoring.TrackRecord;
import town.nagar.forecast.registry.Evidence;
import town.nagar.forecast.registry.release.Lineage;
import town.nagar.forecast.registry.release.NewRelease;
import town.nagar.forecast.registry.release.Release;
import town.nagar.forecast.registry.release.Stage;
import town.nagar.forecast.registry.release.WalkForward;
import town.nagar.forecast.rollout.RolloutSettings.Approval;
import town.nagar.kit.settings.Settings;

/** Versions on their way, on a real PostgreSQL, with a clock and truths of the test's own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LadderTest {
    private static final Instant START = Instant.parse("2026-02-06T05:30:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Registry registry = Registry.on(Registry.fresh(), now::get);
    private final Map<String, TrackRecord.Window> did = new HashMap<>();
    private final AtomicReference<Instant> asked = new AtomicReference<>(Instant.EPOCH);
    private String model = "";
    private Ladder ladder = ladder(Map.of());

    @AfterAll
    void stop() {
        registry.close();
    }

    @BeforeEach
    void begin(TestInfo test) {
        model = test.getTestMethod().orElseThrow().getName();
        now.set(START);
        did.clear();
        ladder = ladder(Map.of());
        registry.catalogue.createModel(model, "", Map.of());
        String baseline = version(Evidence.poor());
        registry.promotions.letInBaseline(model, baseline, "first-models", "nothing speaks yet");
        say(baseline, 10, 500);
    }

    private static RolloutSettings settings(Map<String, String> more) {
        Map<String, String> keys = new HashMap<>();
        keys.put("nagar.forecast.rollout.approval", Approval.AUTOMATIC.name());
        keys.putAll(more);
        return RolloutSettings.of(Settings.of(keys));
    }

    private Ladder ladder(Map<String, String> more) {
        return new Ladder(
                registry.releases,
                registry.promotions,
                registry.log,
                track(),
                settings(more),
                now::get);
    }

    private TrackRecord track() {
        return (_, version, since) -> {
            asked.set(since);
            return Optional.ofNullable(did.get(version));
        };
    }

    /** A version's error where the baseline's is 10. */
    private void say(String version, double mae, long truths) {
        did.put(version, new TrackRecord.Window(truths, 24, mae, 10, 80, 95));
    }

    private String version(WalkForward evidence) {
        String hash = Integer.toString(registry.releases.list(model).size());
        Release release =
                registry.releases.register(
                        new NewRelease(
                                model,
                                "s3://b/" + hash,
                                "",
                                "",
                                new Lineage(hash, "f", Map.of(), "1", "")),
                        "test");
        String number = release.number().toString();
        registry.releases.recordEvidence(model, number, evidence, "test");
        return number;
    }

    private String inShadow(WalkForward evidence) {
        String version = version(evidence);
        registry.promotions.move(model, version, Stage.SHADOW, "retraining", "weekly");
        return version;
    }

    private void after(Duration time) {
        now.set(now.get().plus(time));
        ladder.check(model);
    }

    private Stage stage(String version) {
        return registry.releases.get(model, version).stage();
    }

    private void inProduction(String version, double mae) {
        registry.promotions.advance(model, version, Stage.PRODUCTION, "test", "for the test");
        say(version, mae, 500);
    }

    @Test
    void fromShadowOverCanaryToProduction() {
        String version = inShadow(Evidence.good());
        say(version, 8, 500);
        after(Duration.ofDays(6));
        assertThat(stage(version)).isEqualTo(Stage.SHADOW);
        after(Duration.ofDays(1));
        assertThat(stage(version)).isEqualTo(Stage.CANARY);
        assertThat(asked.get()).as("judged by what it said in shadow").isEqualTo(START);
        after(Duration.ofDays(2));
        assertThat(stage(version)).isEqualTo(Stage.CANARY);
        after(Duration.ofDays(1));
        assertThat(stage(version)).isEqualTo(Stage.PRODUCTION);
        assertThat(stage("1.0.0")).isEqualTo(Stage.ARCHIVED);
        assertThat(registry.told(model, version))
                .contains(
                        "moved canary by rollout: 1.0.1 erred by 8.000 where the baseline erred by 10.00, on 500 truths from 24 origins; 1.0.0 erred by 10.00 where the baseline erred by 10.00, on 500 truths from 24 origins");
    }

    @Test
    void aPersonIsAwaitedAndThatIsToldOnce() {
        ladder = ladder(Map.of("nagar.forecast.rollout.approval", "person"));
        String version = inShadow(Evidence.good());
        say(version, 8, 500);
        after(Duration.ofDays(7));
        after(Duration.ofDays(3));
        after(Duration.ofHours(1));
        assertThat(stage(version)).isEqualTo(Stage.CANARY);
        assertThat(registry.told(model, version))
                .filteredOn(line -> line.startsWith("ready for production"))
                .hasSize(1);
        registry.promotions.approve(model, version, "asha", "held through the week");
        after(Duration.ofHours(1));
        assertThat(stage(version)).isEqualTo(Stage.PRODUCTION);
    }

    @Test
    void halfAreShownItForATimeWhereThatIsSet() {
        ladder = ladder(Map.of("nagar.forecast.rollout.split-period", "2d"));
        String version = inShadow(Evidence.good());
        say(version, 8, 500);
        after(Duration.ofDays(7));
        int number = registry.releases.get(model, version).version().version();
        assertThat(registry.log.standing(model, number).widened()).isFalse();
        after(Duration.ofDays(3));
        assertThat(registry.log.standing(model, number).widened()).isTrue();
        assertThat(stage(version)).isEqualTo(Stage.CANARY);
        after(Duration.ofDays(1));
        assertThat(stage(version)).isEqualTo(Stage.CANARY);
        after(Duration.ofDays(1));
        assertThat(stage(version)).isEqualTo(Stage.PRODUCTION);
        assertThat(registry.log.standing(model, number).widened()).isFalse();
    }

    @Test
    void whatTheGateIsAgainstWaitsInShadow() {
        String version = inShadow(Evidence.poor());
        say(version, 2, 500);
        after(Duration.ofDays(30));
        assertThat(stage(version)).isEqualTo(Stage.SHADOW);
    }

    @Test
    void worseThanProductionIsRefused() {
        String better = version(Evidence.good());
        inProduction(better, 7);
        String version = inShadow(Evidence.good());
        say(version, 8, 500);
        after(Duration.ofDays(7));
        assertThat(stage(version)).isEqualTo(Stage.ARCHIVED);
        assertThat(registry.told(model, version).getLast())
                .startsWith("moved archived by rollout: refused: 1.0.2 erred by 8.000");
    }

    @Test
    void worseThanTheBaselineIsRefusedWhateverProductionDoes() {
        String version = inShadow(Evidence.good());
        say("1.0.0", 12, 500);
        say(version, 11, 500);
        after(Duration.ofDays(7));
        assertThat(stage(version)).isEqualTo(Stage.ARCHIVED);
    }

    @Test
    void tooFewTruthsMoveNothing() {
        String version = inShadow(Evidence.good());
        say(version, 8, 199);
        after(Duration.ofDays(20));
        did.put(version, new TrackRecord.Window(500, 4, 8, 10, 80, 95));
        after(Duration.ofDays(1));
        did.remove(version);
        after(Duration.ofDays(1));
        assertThat(stage(version)).isEqualTo(Stage.SHADOW);
    }

    @Test
    void oneVersionAtATimeIsCanaryTheOldestFirst() {
        String first = inShadow(Evidence.good());
        String second = inShadow(Evidence.good());
        say(first, 8, 500);
        say(second, 7, 500);
        after(Duration.ofDays(7));
        after(Duration.ofHours(1));
        assertThat(stage(first)).isEqualTo(Stage.CANARY);
        assertThat(stage(second)).isEqualTo(Stage.SHADOW);
    }

    @Test
    void errorsAboveTheVersionBeforeItTakeItBack() {
        String before = version(Evidence.good());
        inProduction(before, 7);
        String version = version(Evidence.good());
        inProduction(version, 8.1);
        for (long truths = 500; truths < 502; truths++) {
            say(version, 8.1, truths);
            after(Duration.ofHours(1));
            after(Duration.ofHours(1)); // nothing new is known, so nothing new is held against it
        }
        assertThat(stage(version)).isEqualTo(Stage.PRODUCTION);
        say(version, 8.1, 502);
        after(Duration.ofHours(1));
        assertThat(stage(version)).isEqualTo(Stage.ARCHIVED);
        assertThat(stage(before)).isEqualTo(Stage.PRODUCTION);
        assertThat(registry.told(model, before).getLast())
                .startsWith("rolled back ")
                .contains(" by rollout: 1.0.2 erred by 8.100")
                .contains("; 1.0.1 erred by 7.000");
        after(Duration.ofDays(1));
        assertThat(stage(before)).isEqualTo(Stage.PRODUCTION);
    }

    @Test
    void aLittleWorseIsNoReasonAndWellAgainForgets() {
        String before = version(Evidence.good());
        inProduction(before, 7);
        String version = version(Evidence.good());
        inProduction(version, 7.6);
        for (double mae : List.of(7.6, 8.1, 8.1, 6.9, 8.1, 8.1, 7.6)) {
            say(version, mae, now.get().getEpochSecond());
            after(Duration.ofHours(1));
        }
        assertThat(stage(version)).isEqualTo(Stage.PRODUCTION);
        say(version, 8.1, now.get().getEpochSecond());
        after(Duration.ofHours(1));
        assertThat(stage(version)).isEqualTo(Stage.ARCHIVED);
    }

    @Test
    void errorsAboveTheBaselineTakeItBackPastAWorseOne() {
        String before = version(Evidence.good());
        inProduction(before, 14);
        String version = version(Evidence.good());
        inProduction(version, 12);
        for (long truths = 500; truths < 503; truths++) {
            say(version, 12, truths);
            after(Duration.ofHours(1));
        }
        assertThat(stage(version)).isEqualTo(Stage.ARCHIVED);
        assertThat(stage("1.0.0")).as("the one before the one before").isEqualTo(Stage.PRODUCTION);
    }

    @Test
    void whereThereIsNoWayBackItStaysAndThatIsToldOnce() {
        for (long truths = 500; truths < 510; truths++) {
            say("1.0.0", 15, truths);
            after(Duration.ofHours(1));
        }
        assertThat(stage("1.0.0")).isEqualTo(Stage.PRODUCTION);
        assertThat(registry.told(model, "1.0.0"))
                .filteredOn(line -> line.startsWith("stays in production"))
                .hasSize(1);
    }

    @Test
    void aCanaryThatErrsMoreIsTakenBackBeforeItsTime() {
        String version = inShadow(Evidence.good());
        say(version, 8, 500);
        after(Duration.ofDays(7));
        assertThat(stage(version)).isEqualTo(Stage.CANARY);
        for (long truths = 500; truths < 503; truths++) {
            say(version, 13, truths);
            after(Duration.ofHours(1));
        }
        assertThat(stage(version)).isEqualTo(Stage.ARCHIVED);
        assertThat(registry.told(model, version).getLast()).contains("refused: 1.0.1 erred by 13");
    }

    private double metered(SimpleMeterRegistry meters, String name, String... tags) {
        return meters.get("nagar.forecast." + name).tags("model", model).tags(tags).gauge().value();
    }

    @Test
    void whereVersionsStandIsShownToPrometheus() {
        var meters = new SimpleMeterRegistry();
        var shown =
                new RolloutMeters(
                        meters,
                        registry.releases,
                        registry.log,
                        track(),
                        settings(Map.of()),
                        now::get);
        String version = inShadow(Evidence.good());
        say(version, 8, 500);
        shown.show(List.of(model));
        String[] shadow = {"version", version, "stage", "shadow"};
        assertThat(metered(meters, "version", shadow)).isOne();
        assertThat(metered(meters, "version", "version", "1.0.0", "stage", "production")).isOne();
        assertThat(metered(meters, "version.error", shadow)).isEqualTo(8);
        assertThat(metered(meters, "version.baseline.error", shadow)).isEqualTo(10);
        assertThat(metered(meters, "refusals")).isZero();
        assertThat(metered(meters, "rollbacks")).isZero();

        String poor = version(Evidence.poor());
        assertThatThrownBy(() ->
                        registry.promotions.advance(model, poor, Stage.CANARY, "test", "wanted"))
                .hasMessageContaining("does not go to canary");
        inProduction(version, 8);
        registry.promotions.rollBack(model, "test", "for the test");
        shown.show(List.of(model));
        assertThat(metered(meters, "refusals")).isOne();
        assertThat(metered(meters, "rollbacks")).isOne();
        assertThat(meters.find("nagar.forecast.version").tags(shadow).gauge()).isNull();
        assertThat(metered(meters, "version", "version", "1.0.0", "stage", "production")).isOne();
    }
}

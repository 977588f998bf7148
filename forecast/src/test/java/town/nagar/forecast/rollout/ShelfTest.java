package town.nagar.forecast.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.forecast.registry.release.Release;
import town.nagar.forecast.registry.release.Stage;
import town.nagar.forecast.registry.tracking.Run;
import town.nagar.forecast.rollout.Lineup.Beside;
import town.nagar.forecast.rollout.Lineup.Production;
import town.nagar.forecast.training.Trained;
import town.nagar.kit.health.Health;
import town.nagar.kit.settings.Settings;

/** From what was trained to what speaks, on a real PostgreSQL and object store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShelfTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final RolloutSettings SETTINGS =
            RolloutSettings.of(Settings.of(Map.of("nagar.forecast.rollout.poll-every", "100ms")));

    private final Map<String, String> servers = Registry.fresh();
    private final Registry registry = Registry.on(servers, InstantSource.system());
    private final Trained trained = Made.trained("ignored", 1);
    private String model = "";

    @AfterAll
    void stop() {
        registry.close();
        trained.close();
    }

    @BeforeEach
    void name(TestInfo test) {
        model = "traffic." + test.getTestMethod().orElseThrow().getName();
    }

    private static RegistryShelf shelf(Registry from, Path folder) {
        return RegistryShelf.start(
                from.releases,
                from.log,
                from.artifacts,
                new LocalCopies(folder),
                SETTINGS,
                InstantSource.system());
    }

    private Lineup await(RegistryShelf shelf, Predicate<Lineup> wanted) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.test(shelf.lineup(model)) && System.nanoTime() < until) {
            Thread.sleep(20);
        }
        assertThat(shelf.lineup(model)).matches(wanted, "in time");
        return shelf.lineup(model);
    }

    private static boolean speaks(Lineup lineup, String version) {
        return lineup.production() instanceof Production.Model(var number, _)
                && number.equals(version);
    }

    private static String reason(Lineup lineup) {
        return lineup.production().reason();
    }

    private Trained fresh(long seed, boolean passes) {
        return Made.judged(Made.trained(model, seed), passes);
    }

    private String offer(long seed, boolean passes) throws IOException {
        try (Trained fresh = fresh(seed, passes)) {
            return registry.arrivals(3, () -> {}).offer(fresh, "first-models", "the first");
        }
    }

    private static List<String> words(Lineup lineup) {
        return lineup.beside().stream()
                .map((Beside one) -> one.stage().word() + " " + one.model().version())
                .toList();
    }

    @Test
    void theFirstModelThatPassesTheGateTakesTheBaselinesPlace(@TempDir Path folder)
            throws Exception {
        assertThat(offer(1, true)).isEqualTo("1.1.0");
        try (RegistryShelf shelf = shelf(registry, folder)) {
            Lineup lineup = await(shelf, one -> speaks(one, "1.1.0"));
            assertThat(words(lineup)).as("what was before stays loaded").contains("archived 1.0.0");
            assertThat(lineup.confirmed()).isTrue();
            assertThat(shelf.health().state()).isEqualTo(Health.State.UP);
        }
        Release release = registry.releases.get(model, "1.1.0");
        assertThat(release.lineage().parentVersion()).isEqualTo("1.0.0");
        assertThat(release.lineage().parameters()).containsEntry("model", "ridge");
        assertThat(registry.releases.objections(release)).isEmpty();
        Run run = registry.runs.find(release.version().runId()).orElseThrow();
        assertThat(run.status()).isEqualTo("FINISHED");
        assertThat(run.metrics()).extracting("key").contains("mae", "baseline_mae");
        assertThat(run.tags()).containsEntry("nagar.why", "the first");
        assertThat(registry.told(model, "1.0.0"))
                .anyMatch(line ->
                        line.startsWith("moved production by first-models: nothing speaks yet"));
        assertThat(registry.told(model, "1.1.0"))
                .anyMatch(line ->
                        line.startsWith("moved production by first-models: only a baseline"));
    }

    @Test
    void theFirstModelThatDoesNotWaitsInShadowBehindTheBaseline(@TempDir Path folder)
            throws Exception {
        offer(1, false);
        try (RegistryShelf shelf = shelf(registry, folder)) {
            Lineup lineup = await(shelf, one -> speaks(one, "1.0.0"));
            assertThat(words(lineup)).containsExactly("shadow 1.1.0");
            assertThat(((Production.Model) lineup.production()).saved().learnt().name())
                    .isEqualTo(trained.baseline().learnt().name());
        }
        assertThat(registry.told(model, "1.1.0"))
                .anyMatch(line -> line.startsWith("refused production by first-models"))
                .anyMatch(line ->
                        line.startsWith("waits in shadow  by first-models: the gate has something"))
                .anyMatch(line -> line.startsWith("moved shadow by first-models"));
    }

    @Test
    void laterOnesBeginInShadowAndGiveWayThere(@TempDir Path folder) throws Exception {
        offer(1, true);
        for (int seed = 2; seed < 6; seed++) {
            offer(seed, seed != 3);
        }
        try (RegistryShelf shelf = shelf(registry, folder)) {
            Lineup lineup = await(shelf, one -> speaks(one, "1.1.0"));
            List<String> versions =
                    registry.releases.list(model).stream()
                            .filter(one -> one.stage() == Stage.SHADOW)
                            .map(one -> one.number().toString())
                            .toList();
            assertThat(versions).hasSize(3).doesNotContain("1.3.0").contains("1.2.0");
            assertThat(lineup.beside()).hasSize(4);
            assertThat(registry.releases.get(model, "1.2.0").lineage().parentVersion())
                    .isEqualTo("1.1.0");
        }
    }

    @Test
    void movesAreSeenWithinSeconds(@TempDir Path folder) throws Exception {
        offer(1, true);
        String second = offer(2, true);
        try (RegistryShelf shelf = shelf(registry, folder)) {
            await(shelf, one -> speaks(one, "1.1.0"));
            registry.promotions.advance(model, second, Stage.CANARY, "test", "");
            Lineup lineup = await(shelf, one -> one.canary().isPresent());
            assertThat(lineup.canaryShare()).isEqualTo(0.05);
            registry.promotions.promote(model, second, Stage.PRODUCTION, "asha", "because");
            await(shelf, one -> speaks(one, second));
            registry.promotions.rollBack(model, "asha", "it errs");
            await(shelf, one -> speaks(one, "1.1.0"));
        }
    }

    @Test
    void aFileThatHasChangedIsNeverUsed(@TempDir Path folder) throws Exception {
        offer(1, true);
        String source = registry.releases.get(model, "1.1.0").version().source();
        String key = source.substring(source.indexOf("models/"));
        byte[] bytes = registry.objects.find(key).orElseThrow();
        bytes[bytes.length / 2] ^= 1;
        registry.objects.put(key, bytes);
        try (RegistryShelf shelf = shelf(registry, folder)) {
            Lineup lineup = await(shelf, one -> reason(one).contains("version 1.1.0"));
            assertThat(reason(lineup)).contains("has changed since it was kept");
            assertThat(shelf.health().state()).isEqualTo(Health.State.DEGRADED);
            assertThat(shelf.health().note()).contains(model).contains("1.1.0");
        }
        registry.objects.remove(key);
        try (RegistryShelf shelf = shelf(registry, folder)) {
            Lineup lineup = await(shelf, one -> reason(one).contains("version 1.1.0"));
            assertThat(reason(lineup)).contains("There is no file");
        }
    }

    @Test
    void withoutTheObjectStoreALocalCopySpeaks(@TempDir Path folder) throws Exception {
        offer(1, true);
        try (RegistryShelf shelf = shelf(registry, folder)) {
            await(shelf, one -> speaks(one, "1.1.0"));
        }
        Map<String, String> noStore = new HashMap<>(servers);
        noStore.put("nagar.s3.url", "http://127.0.0.1:1");
        try (Registry half = Registry.on(noStore, InstantSource.system());
                RegistryShelf copied = shelf(half, folder);
                RegistryShelf bare = shelf(half, folder.resolve("empty"))) {
            assertThat(await(copied, Lineup::confirmed)).matches(one -> speaks(one, "1.1.0"));
            assertThat(reason(await(bare, one -> reason(one).contains("1.1.0"))))
                    .contains("The object store does not answer");
            assertThatThrownBy(
                            () -> {
                                try (Trained fresh = fresh(9, true)) {
                                    half.arrivals(3, () -> {}).offer(fresh, "test", "");
                                }
                            })
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("The object store does not answer");
        }
        flipOneBit(folder.resolve(model));
        try (Registry half = Registry.on(noStore, InstantSource.system());
                RegistryShelf shelf = shelf(half, folder)) {
            assertThat(shelf.lineup(model).production()).isInstanceOf(Production.Unusable.class);
        }
        try (RegistryShelf shelf = shelf(registry, folder)) {
            await(shelf, one -> speaks(one, "1.1.0")); // a bad copy is fetched anew
        }
    }

    private static void flipOneBit(Path copies) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(copies)) {
            files = all.filter(file -> file.endsWith("model.bin")).toList();
        }
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        }
    }

    @Test
    void withoutTheDatabaseWhatWasKnownSpeaksAndThatIsTold(@TempDir Path folder) throws Exception {
        offer(1, true);
        try (RegistryShelf shelf = shelf(registry, folder)) {
            await(shelf, one -> speaks(one, "1.1.0"));
        }
        Map<String, String> nothing =
                Map.of(
                        "nagar.postgres.url", "jdbc:postgresql://127.0.0.1:1/x",
                        "nagar.s3.url", "http://127.0.0.1:1");
        try (Registry none = Registry.on(nothing, InstantSource.system());
                RegistryShelf shelf = shelf(none, folder);
                RegistryShelf bare = shelf(none, folder.resolve("empty"))) {
            Lineup lineup = shelf.lineup(model);
            assertThat(speaks(lineup, "1.1.0")).as(lineup.toString()).isTrue();
            assertThat(lineup.confirmed()).isFalse();
            assertThat(reason(bare.lineup(model)))
                    .isEqualTo("the model registry has not answered yet");
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (shelf.health().state() == Health.State.UP && System.nanoTime() < until) {
                Thread.sleep(20);
            }
            assertThat(shelf.health().note()).contains("the model registry does not answer");
            assertThat(speaks(shelf.lineup(model), "1.1.0")).isTrue();
        }
    }

    @Test
    void whatWasTakenOutOfServiceIsNotReplacedUnasked(@TempDir Path folder) throws Exception {
        offer(1, true);
        registry.promotions.move(model, "1.1.0", Stage.ARCHIVED, "asha", "not wanted");
        try (RegistryShelf shelf = shelf(registry, folder)) {
            assertThat(await(shelf, Lineup::confirmed).production())
                    .isEqualTo(new Production.Unusable("", "no version is in production"));
        }
    }

    @Test
    void aShareOfKeysIsShownTheCanaryAndAlwaysTheSame() {
        Production.Model one = new Production.Model("1.1.0", trained.model());
        Production.Model other = new Production.Model("1.2.0", trained.model());
        Lineup lineup =
                new Lineup(new Production.None(""), List.of(), SETTINGS.canaryShare(), true);
        List<String> keys = Stream.iterate(0, i -> i + 1).limit(10_000).map(i -> "R" + i).toList();
        List<String> shown = keys.stream().filter(key -> lineup.shows(one, key)).toList();
        assertThat(shown.size()).isBetween(430, 570); // 500, and 3 standard deviations of 22
        assertThat(keys.stream().filter(key -> lineup.shows(one, key)).toList()).isEqualTo(shown);
        assertThat(keys.stream().filter(key -> lineup.shows(other, key)).toList())
                .isNotEqualTo(shown);
    }
}

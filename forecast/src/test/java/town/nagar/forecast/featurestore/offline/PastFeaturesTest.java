package town.nagar.forecast.featurestore.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import town.nagar.forecast.feature.Definitions;
import town.nagar.forecast.feature.FeatureRef;
import town.nagar.forecast.feature.FeatureView;
import town.nagar.forecast.featurestore.EmptyBucket;
import town.nagar.forecast.featurestore.offline.PastFeatures.Moment;
import town.nagar.forecast.featurestore.row.EntityRow;
import town.nagar.forecast.featurestore.row.FeatureValue;
import town.nagar.forecast.featurestore.row.Found;
import town.nagar.kit.objects.ObjectStore;
import town.nagar.supervisor.ServerName;

/** Against a real object store; each test has a bucket of its own. */
class PastFeaturesTest {
    private static final Instant START = Instant.parse("2026-02-05T20:00:00Z");
    private static final FeatureView EVENTS =
            Definitions.shipped().findView("traffic_events").orElseThrow();
    private static final List<FeatureRef> ALL =
            EVENTS.kept().stream().map(one -> new FeatureRef(EVENTS, one)).toList();

    @TempDir Path folder;

    private final ObjectStore objects = EmptyBucket.store(EmptyBucket.settings(ServerName.S3));

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 5);
    }

    @AfterEach
    void close() {
        objects.close();
    }

    private OfflineStore store() {
        return new OfflineStore(objects, folder);
    }

    private static EntityRow row(String road, Instant at, long visitors) {
        return new EntityRow(
                new FeatureValue.Text(road),
                at,
                List.of(
                        new FeatureValue.Whole(visitors),
                        new FeatureValue.Real(0.5),
                        new FeatureValue.Text("fair's \"day\"")));
    }

    private static Moment moment(String road, Instant at) {
        return new Moment(new FeatureValue.Text(road), at);
    }

    private static List<EntityRow> rows(SplittableRandom random, int count) {
        List<EntityRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant at = START.plusSeconds(3600L * i / 4 + random.nextInt(600));
            rows.add(row("R" + random.nextInt(3), at, 1000 + i));
        }
        return rows;
    }

    private static List<Moment> moments(SplittableRandom random, int count) {
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant at = START.plusSeconds(random.nextInt(100 * 3600) - 3600L);
            moments.add(moment("R" + random.nextInt(4), at));
        }
        return moments;
    }

    /** The plainest way to say what the join must give. */
    private static Found byHand(Moment moment, List<EntityRow> rows) {
        Found newest = Found.NOTHING;
        for (EntityRow row : rows) {
            boolean counts = row.entity().equals(moment.entity()) && !row.at().isAfter(moment.at());
            if (counts && !row.at().isBefore(newest.at())) {
                newest = new Found(row.values().getFirst(), Found.Status.PRESENT, row.at());
            }
        }
        return newest.at().isAfter(Instant.EPOCH)
                        && newest.at().plus(EVENTS.ttl()).isBefore(moment.at())
                ? Found.without(Found.Status.OUTSIDE_MAX_AGE, newest.at())
                : newest;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void eachRowIsJoinedWithTheNewestBeforeIt(long seed) throws Exception {
        var random = new SplittableRandom(seed);
        List<EntityRow> rows = rows(random, 60);
        List<EntityRow> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        for (int from = 0; from < rows.size(); from += 20) {
            store().write(EVENTS, shuffled.subList(from, from + 20), START);
        }
        List<Moment> moments = moments(random, 40);
        List<List<Found>> found = new PastFeatures(store()).join(ALL, moments);
        assertThat(found.stream().map(List::getFirst).toList())
                .isEqualTo(moments.stream().map(moment -> byHand(moment, rows)).toList());
        assertThat(found.stream().map(List::getFirst).map(Found::status))
                .contains(
                        Found.Status.PRESENT, Found.Status.NOT_FOUND, Found.Status.OUTSIDE_MAX_AGE);
    }

    @Test
    void noRowSeesWhatBecameKnownLater() throws Exception {
        var random = new SplittableRandom(7);
        Instant end = START.plusSeconds(10 * 3600);
        List<EntityRow> rows = rows(random, 60);
        List<EntityRow> before = rows.stream().filter(row -> !row.at().isAfter(end)).toList();
        store().write(EVENTS, before, START);
        List<Moment> moments =
                moments(random, 60).stream().filter(one -> !one.at().isAfter(end)).toList();
        List<List<Found>> known = new PastFeatures(store()).join(ALL, moments);
        List<EntityRow> later =
                rows.stream()
                        .filter(row -> row.at().isAfter(end))
                        .map(row -> row("R1", row.at(), random.nextInt(1000)))
                        .toList();
        store().write(EVENTS, later, START);
        assertThat(new PastFeatures(store()).join(ALL, moments)).isEqualTo(known);
        assertThat(known.stream().map(List::getFirst).map(Found::status))
                .contains(Found.Status.PRESENT);
    }

    @Test
    void keysTellViewAndDayAndAreNeverGivenToOtherRows() throws Exception {
        List<EntityRow> rows =
                List.of(row("R1", START, 1), row("R1", START.plusSeconds(5 * 3600), 2));
        List<String> keys = store().write(EVENTS, rows, START);
        assertThat(keys.get(0))
                .startsWith("features/view=traffic_events/date=2026-02-05/200000-")
                .endsWith(".parquet");
        assertThat(keys.get(1)).startsWith("features/view=traffic_events/date=2026-02-06/010000-");
        assertThat(store().write(EVENTS, rows, START)).isEqualTo(keys);
        assertThat(objects.list("features/")).hasSize(2);
        assertThat(store().write(EVENTS, rows, START.plusSeconds(60)))
                .doesNotContainAnyElementsOf(keys);
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void ofOneTimeTheRowWrittenLastCounts() throws Exception {
        store().write(EVENTS, List.of(row("R1", START, 1)), START.plusSeconds(60));
        store().write(EVENTS, List.of(row("R1", START, 2)), START.plusSeconds(120));
        assertThat(
                        new PastFeatures(store())
                                .join(ALL, List.of(moment("R1", START)))
                                .getFirst()
                                .getFirst()
                                .value())
                .isEqualTo(new FeatureValue.Whole(2));
    }

    @Test
    void rowsOfAnotherVersionAreNotUsed() throws Exception {
        FeatureView other = OtherVersion.of(EVENTS, EVENTS.features());
        store().write(other, List.of(row("R1", START, 1)), START);
        assertThat(new PastFeatures(store()).join(ALL, List.of(moment("R1", START))).getFirst())
                .containsOnly(Found.NOTHING);
    }

    @Test
    void tooMuchOfThePastIsRefused() throws Exception {
        store().write(
                        EVENTS,
                        List.of(row("R1", START, 1), row("R1", START.plusSeconds(86400), 1)),
                        START);
        LocalDate day = LocalDate.of(2026, 2, 1);
        try (Duck duck = Duck.open(folder)) {
            assertThatThrownBy(() -> store().copy(EVENTS, day, day.plusDays(20), 1, duck))
                    .hasMessage(
                            "2 files are to be read, at most 1 at once; ask for a shorter time");
        }
    }

    @Test
    void tablesAreReadAndWrittenAsCsvAndParquet() throws Exception {
        var files = new EntityFile(folder);
        for (String name : List.of("table.csv", "table.parquet")) {
            Path file = folder.resolve(name);
            files.write(
                    file,
                    List.of("road_id", "lag"),
                    List.of(
                            town.nagar.forecast.feature.Feature.Type.STRING,
                            town.nagar.forecast.feature.Feature.Type.FLOAT),
                    List.of(
                            List.of(new FeatureValue.Text("R,1"), new FeatureValue.Single(1.5f)),
                            List.of(new FeatureValue.Text("R2"), FeatureValue.missing())));
            EntityFile.Table table = files.read(file);
            assertThat(table.names()).containsExactly("road_id", "lag");
            assertThat(table.rows()).containsExactly(List.of("R,1", "1.5"), List.of("R2", ""));
        }
    }
}

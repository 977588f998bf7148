package town.nagar.forecast.featurestore.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import town.nagar.forecast.feature.Definitions;
import town.nagar.forecast.feature.FeatureRef;
import town.nagar.forecast.feature.FeatureView;
import town.nagar.forecast.featurestore.EmptyBucket;
import town.nagar.forecast.featurestore.offline.CompactingProcess.ObjectStoreWords;
import town.nagar.forecast.featurestore.offline.PastFeatures.Moment;
import town.nagar.forecast.featurestore.row.EntityRow;
import town.nagar.forecast.featurestore.row.FeatureValue;
import town.nagar.forecast.featurestore.row.Found;
import town.nagar.kit.objects.ObjectStore;
import town.nagar.supervisor.ServerName;

/** Against a real object store; each test has a bucket of its own. */
class CompactionTest {
    private static final Instant START = Instant.parse("2025-02-05T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2025, 2, 5);
    private static final Duration READ = Duration.ofMinutes(16);
    private static final Duration RETENTION = Duration.ofDays(36_500);
    private static final FeatureView EVENTS =
            Definitions.shipped().findView("traffic_events").orElseThrow();
    private static final List<FeatureRef> ALL =
            EVENTS.kept().stream().map(one -> new FeatureRef(EVENTS, one)).toList();

    @TempDir Path folder;

    private final Map<String, String> settings = EmptyBucket.settings(ServerName.S3);
    private final ObjectStore objects = EmptyBucket.store(settings);

    @AfterEach
    void close() {
        objects.close();
    }

    private OfflineStore store() {
        return new OfflineStore(objects, folder.resolve("scratch"));
    }

    /** Does what is to be done a while from now. */
    private Compaction.Done compact(Duration ahead) {
        return new Compaction(
                        store(), RETENTION, () -> InstantSource.system().instant().plus(ahead))
                .run();
    }

    private static EntityRow row(int road, Instant at, long visitors) {
        return new EntityRow(
                new FeatureValue.Text("R" + road),
                at,
                List.of(
                        new FeatureValue.Whole(visitors),
                        new FeatureValue.Real(0.5),
                        new FeatureValue.Text("fair's \"day\"")));
    }

    /** Three roads' rows, four times a day. */
    private static List<EntityRow> rows(int days) {
        List<EntityRow> rows = new ArrayList<>();
        for (int i = 0; i < days * 12; i++) {
            rows.add(row(i % 3, START.plus(Duration.ofHours(i / 3 * 6L)).plusSeconds(i), i));
        }
        return rows;
    }

    private void write(List<EntityRow> rows, int atOnce) throws Exception {
        for (int from = 0; from < rows.size(); from += atOnce) {
            store().write(EVENTS, rows.subList(from, from + atOnce), START);
        }
    }

    private static List<Moment> moments(int days) {
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < days * 8; i++) {
            Instant at = START.plus(Duration.ofHours(i * 3L));
            moments.add(new Moment(new FeatureValue.Text("R" + i % 4), at));
        }
        return moments;
    }

    private List<List<Found>> join(int days) throws Exception {
        return new PastFeatures(store()).join(ALL, moments(days));
    }

    /** How many rows there are in the files that a reader takes. */
    private long read(int days) throws Exception {
        OfflineStore store = store();
        try (Duck duck = Duck.open(store.scratch())) {
            List<Path> files = store.copy(EVENTS, DAY, DAY.plusDays(days), 2000, duck);
            try (Statement statement = duck.connection().createStatement();
                    ResultSet row =
                            statement.executeQuery(
                                    "SELECT count(*) FROM read_parquet([%s])"
                                            .formatted(DayFile.texts(files)))) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private List<RowsKey> keys() {
        return objects.list(RowsKey.ALL).stream()
                .flatMap(object -> RowsKey.find(object.key()).stream())
                .toList();
    }

    private long pieces() {
        return keys().stream().filter(RowsKey::isPiece).count();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatIsReadStaysTheSameWhilePiecesBecomeDays(long seed) throws Exception {
        List<EntityRow> rows = rows(3);
        Collections.shuffle(rows, new Random(seed));
        write(rows, 6);
        long pieces = pieces();
        List<List<Found>> before = join(3);
        assertThat(before.stream().map(found -> found.getFirst().status()))
                .contains(Found.Status.PRESENT);
        assertThat(compact(Duration.ZERO).written()).hasSize(3);
        assertThat(pieces()).as("somebody may be reading them").isEqualTo(pieces);
        assertThat(join(3)).isEqualTo(before);
        assertThat(read(3)).isEqualTo(rows.size());
        assertThat(compact(READ).removed()).hasSize((int) pieces);
        assertThat(keys()).hasSize(3).noneMatch(RowsKey::isPiece);
        assertThat(join(3)).isEqualTo(before);
        assertThat(read(3)).isEqualTo(rows.size());
        assertThat(compact(READ)).isEqualTo(new Compaction.Done(List.of(), List.of(), 0));
    }

    @Test
    void whatComesLateIsReadAtOnceAndJoinsItsDay() throws Exception {
        write(rows(1), 6);
        compact(Duration.ZERO);
        compact(READ);
        EntityRow late = row(1, START.plusSeconds(7200), 77);
        store().write(EVENTS, List.of(late), START);
        Moment moment = new Moment(late.entity(), late.at());
        assertThat(read(1)).isEqualTo(13);
        compact(Duration.ZERO);
        assertThat(read(1)).isEqualTo(13);
        compact(READ);
        assertThat(keys()).hasSize(1);
        assertThat(read(1)).isEqualTo(13);
        assertThat(new PastFeatures(store()).join(ALL, List.of(moment)).getFirst().getFirst())
                .isEqualTo(new Found(late.values().getFirst(), Found.Status.PRESENT, late.at()));
    }

    @Test
    void ofOneTimeTheRowWrittenLastCountsThoughItsWordsWereThereBefore() throws Exception {
        Moment moment = new Moment(new FeatureValue.Text("R1"), START);
        store().write(EVENTS, List.of(row(1, START, 1)), START.plusSeconds(60));
        store().write(EVENTS, List.of(row(1, START, 2)), START.plusSeconds(120));
        compact(Duration.ZERO);
        assertThat(read(1)).isEqualTo(1);
        assertThat(new PastFeatures(store()).join(ALL, List.of(moment)).getFirst().getFirst())
                .extracting(Found::value)
                .isEqualTo(new FeatureValue.Whole(2));
        store().write(EVENTS, List.of(row(1, START, 1)), START.plusSeconds(180));
        for (Duration ahead : List.of(Duration.ZERO, READ, READ)) {
            assertThat(new PastFeatures(store()).join(ALL, List.of(moment)).getFirst().getFirst())
                    .extracting(Found::value)
                    .isEqualTo(new FeatureValue.Whole(1));
            compact(ahead);
        }
    }

    @Test
    void eachVersionOfAViewHasADayOfItsOwn() throws Exception {
        FeatureView other = OtherVersion.of(EVENTS, EVENTS.features().subList(0, 1));
        write(rows(1), 6);
        List<List<Found>> before = join(1);
        EntityRow row = row(1, START, 5);
        EntityRow less = new EntityRow(row.entity(), row.at(), row.values().subList(0, 1));
        store().write(other, List.of(less), START);
        assertThat(compact(Duration.ZERO).written()).hasSize(2);
        compact(READ);
        assertThat(keys()).hasSize(2);
        assertThat(join(1)).isEqualTo(before);
        assertThat(
                        new PastFeatures(store())
                                .join(
                                        List.of(new FeatureRef(other, other.kept().getFirst())),
                                        List.of(new Moment(row.entity(), START))))
                .containsExactly(
                        List.of(new Found(row.values().getFirst(), Found.Status.PRESENT, START)));
    }

    @Test
    void aDayIsPutTogetherTwoHoursAfterItsEnd() throws Exception {
        write(rows(1), 6);
        Instant end = START.plus(Duration.ofDays(1));
        for (long minutes : List.of(-60L, 119L)) {
            InstantSource then = InstantSource.fixed(end.plus(Duration.ofMinutes(minutes)));
            assertThat(new Compaction(store(), RETENTION, then).run().written()).isEmpty();
        }
        InstantSource then = InstantSource.fixed(end.plus(Duration.ofMinutes(121)));
        assertThat(new Compaction(store(), RETENTION, then).run().written()).hasSize(1);
    }

    @Test
    void whatIsOlderThanTheRetentionGoesAndNothingElse() throws Exception {
        objects.put("features/notes.txt", new byte[] {1});
        objects.put("featuresque", new byte[] {1});
        write(rows(2), 6);
        compact(Duration.ZERO);
        Instant day = START.plus(Duration.ofDays(1));
        InstantSource then = InstantSource.fixed(day.plus(Duration.ofDays(2)).plusSeconds(1));
        new Compaction(store(), Duration.ofDays(2), then).run();
        assertThat(keys()).isNotEmpty().allMatch(key -> key.day().equals(DAY.plusDays(1)));
        assertThat(objects.list("features/notes.txt")).hasSize(1);
        assertThat(objects.list("featuresque")).hasSize(1);
    }

    @Test
    void aDayWithAPieceThatCannotBeReadStaysAsItIs() throws Exception {
        write(rows(2), 6);
        objects.put(
                new RowsKey(EVENTS.name(), DAY, "000000-broken").words(),
                "no rows".getBytes(StandardCharsets.UTF_8));
        Compaction.Done done = compact(Duration.ZERO);
        assertThat(done.failed()).isEqualTo(1);
        assertThat(done.written())
                .containsExactly(
                        RowsKey.ofDay(EVENTS.name(), DAY.plusDays(1), EVENTS.version()).words());
        assertThat(compact(READ).removed())
                .hasSize(2)
                .allMatch(key -> key.contains("date=" + DAY.plusDays(1)));
    }

    /** Reads over and over until told to stop; each time all rows are to be there once. */
    private Callable<Integer> reading(
            AtomicBoolean over, int days, long rows, List<List<Found>> expected) {
        return () -> {
            int times = 0;
            for (; !over.get(); times++) {
                assertThat(read(days)).isEqualTo(rows);
                assertThat(join(days)).isEqualTo(expected);
            }
            return times;
        };
    }

    private Process compacting(Duration ahead) throws Exception {
        var where =
                new ObjectStoreWords(
                        Objects.requireNonNull(settings.get("nagar.s3.url")),
                        Objects.requireNonNull(settings.get("nagar.s3.access-key")),
                        Objects.requireNonNull(settings.get("nagar.s3.secret-key")));
        return CompactingProcess.start(objects.bucket(), where, folder.resolve("apart"), ahead);
    }

    private static void killOnce(Process process, Callable<Boolean> when) throws Exception {
        for (int tries = 0; tries < 3000 && process.isAlive() && !when.call(); tries++) {
            Thread.sleep(5);
        }
        boolean seen = process.isAlive() && when.call();
        process.destroyForcibly().waitFor();
        assertThat(seen).isTrue();
    }

    @Test
    void aKilledCompactionLeavesNeitherGapNorRowTwice() throws Exception {
        int days = 12;
        List<EntityRow> rows = rows(days);
        write(rows, 4);
        long pieces = pieces();
        List<List<Found>> expected = join(days);
        var over = new AtomicBoolean();
        try (var executor = Executors.newSingleThreadExecutor()) {
            Future<Integer> reader = executor.submit(reading(over, days, rows.size(), expected));
            for (long written : List.of(2L, 6L, 9L)) {
                killOnce(compacting(Duration.ZERO), () -> keys().size() - pieces >= written);
                assertThat(read(days)).isEqualTo(rows.size());
                assertThat(join(days)).isEqualTo(expected);
            }
            compact(Duration.ZERO);
            over.set(true);
            assertThat(reader.get()).isGreaterThan(3);
        }
        assertThat(keys()).hasSize((int) pieces + days);
        killOnce(compacting(READ), () -> pieces() < pieces - 5);
        assertThat(pieces()).isPositive();
        assertThat(read(days)).isEqualTo(rows.size());
        assertThat(join(days)).isEqualTo(expected);
        compact(READ);
        assertThat(keys()).hasSize(days).noneMatch(RowsKey::isPiece);
        assertThat(read(days)).isEqualTo(rows.size());
        assertThat(join(days)).isEqualTo(expected);
    }
}

package town.nagar.forecast.featurestore.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import town.nagar.forecast.feature.Definitions;
import town.nagar.forecast.feature.FeatureRef;
import town.nagar.forecast.feature.FeatureView;
import town.nagar.forecast.featurestore.online.OnlineStore.StoreAway;
import town.nagar.forecast.featurestore.row.EntityRow;
import town.nagar.forecast.featurestore.row.FeatureValue;
import town.nagar.forecast.featurestore.row.Found;
import town.nagar.forecast.featurestore.row.Found.Status;
import town.nagar.supervisor.EphemeralServers;
import town.nagar.supervisor.ServerName;

/** Against a real Redis; each test has a project, and so keys, of its own. */
class OnlineStoreTest {
    private static final Instant NOW = Instant.parse("2026-02-06T02:30:00Z");
    private static final FeatureView EVENTS =
            Definitions.shipped().findView("traffic_events").orElseThrow();
    private static final List<FeatureRef> ALL =
            EVENTS.kept().stream().map(one -> new FeatureRef(EVENTS, one)).toList();
    private static final FeatureValue ROAD = new FeatureValue.Text("R001");
    private static final String URL =
            Objects.requireNonNull(
                    EphemeralServers.settings(ServerName.REDIS).get("nagar.redis.url"));

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final InstantSource clock = now::get;
    private final String project = "p" + UUID.randomUUID().toString().replace("-", "");
    private final OnlineStore store = new OnlineStore(URL, project, Duration.ofDays(7), clock);
    private final RedisClient client = RedisClient.create(URL);
    private StatefulRedisConnection<byte[], byte[]> connection;
    private RedisCommands<byte[], byte[]> redis;

    OnlineStoreTest() {
        connection = client.connect(ByteArrayCodec.INSTANCE);
        redis = connection.sync();
    }

    @BeforeEach
    void begin() {
        now.set(NOW);
    }

    @AfterEach
    void end() {
        store.close();
        connection.close();
        client.shutdown();
    }

    private static EntityRow row(Instant at, long visitors, double share) {
        return new EntityRow(
                ROAD,
                at,
                List.of(
                        new FeatureValue.Whole(visitors),
                        new FeatureValue.Real(share),
                        FeatureValue.missing()));
    }

    private byte[] key() {
        return FeastBytes.key(EVENTS.entity(), ROAD, project);
    }

    private List<Found> read() throws StoreAway {
        return store.read(ALL, List.of(ROAD)).getFirst();
    }

    private List<Status> statuses() throws StoreAway {
        return read().stream().map(Found::status).toList();
    }

    @Test
    void theBytesInRedisAreFeasts() throws StoreAway {
        assertThat(store.write(EVENTS, List.of(row(NOW, 300, 0.25)))).isEqualTo(1);
        assertThat(hex(redis.hget(key(), FeastBytes.field(ALL.get(0))))).isEqualTo("20ac02");
        assertThat(hex(redis.hget(key(), FeastBytes.field(ALL.get(1)))))
                .isEqualTo("29000000000000d03f");
        assertThat(hex(redis.hget(key(), FeastBytes.field(ALL.get(2))))).isEmpty();
        assertThat(
                        hex(
                                redis.hget(
                                        key(),
                                        "_ts:traffic_events"
                                                .getBytes(
                                                        java.nio.charset.StandardCharsets.UTF_8))))
                .isEqualTo(hex(FeastBytes.time(NOW)));
        assertThat(redis.hlen(key())).isEqualTo(4);
        assertThat(redis.ttl(key())).isBetween(604_000L, 604_800L);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void whatIsWrittenIsReadWithItsStatus() throws StoreAway {
        store.write(EVENTS, List.of(row(NOW, 300, 0.25)));
        assertThat(read())
                .containsExactly(
                        new Found(new FeatureValue.Whole(300), Status.PRESENT, NOW),
                        new Found(new FeatureValue.Real(0.25), Status.PRESENT, NOW),
                        Found.without(Status.NULL_VALUE, NOW));
        assertThat(store.read(ALL, List.of(ROAD, new FeatureValue.Text("R999"))).get(1))
                .containsOnly(Found.NOTHING);
    }

    @Test
    void whatIsNotNewerIsSkipped() throws StoreAway {
        store.write(EVENTS, List.of(row(NOW, 1, 0.25)));
        assertThat(store.write(EVENTS, List.of(row(NOW, 2, 0.5)))).isZero();
        assertThat(store.write(EVENTS, List.of(row(NOW.minusSeconds(60), 3, 0.5)))).isZero();
        assertThat(read().getFirst().value()).isEqualTo(new FeatureValue.Whole(1));
        assertThat(store.write(EVENTS, List.of(row(NOW.plusSeconds(1), 4, 0.5)))).isEqualTo(1);
        assertThat(read().getFirst().value()).isEqualTo(new FeatureValue.Whole(4));
    }

    @Test
    void whatIsTooOldHasNoValue() throws StoreAway {
        store.write(EVENTS, List.of(row(NOW, 300, 0.25)));
        now.set(NOW.plus(EVENTS.ttl()));
        assertThat(statuses().getFirst()).isEqualTo(Status.PRESENT);
        now.set(NOW.plus(EVENTS.ttl()).plusSeconds(1));
        assertThat(read()).containsOnly(Found.without(Status.OUTSIDE_MAX_AGE, NOW));
    }

    @Test
    void whatCannotBeReadIsInvalidAndTheRestIsNot() throws StoreAway {
        store.write(EVENTS, List.of(row(NOW, 300, 0.25)));
        redis.hset(key(), FeastBytes.field(ALL.get(0)), new byte[] {0x35, 1});
        assertThat(statuses()).containsExactly(Status.INVALID, Status.PRESENT, Status.NULL_VALUE);
        redis.hset(key(), FeastBytes.field(ALL.get(0)), FeastBytes.value(new FeatureValue.Real(3)));
        assertThat(statuses().getFirst()).as("another type").isEqualTo(Status.INVALID);
        redis.hset(key(), FeastBytes.field(ALL.get(1)), FeastBytes.value(new FeatureValue.Real(7)));
        assertThat(statuses().get(1)).as("out of range").isEqualTo(Status.INVALID);
        redis.hdel(key(), FeastBytes.field(ALL.get(0)));
        assertThat(statuses().getFirst()).isEqualTo(Status.NOT_FOUND);
    }

    @Test
    void withoutAReadableTimeNothingIsUsed() throws StoreAway {
        store.write(EVENTS, List.of(row(NOW, 300, 0.25)));
        redis.hset(key(), FeastBytes.timeField(EVENTS), new byte[] {8});
        assertThat(statuses()).containsOnly(Status.INVALID);
        redis.hdel(key(), FeastBytes.timeField(EVENTS));
        assertThat(statuses()).containsOnly(Status.INVALID);
        redis.del(key());
        assertThat(statuses()).containsOnly(Status.NOT_FOUND);
        redis.set(key(), new byte[] {1});
        assertThat(statuses()).containsOnly(Status.INVALID);
    }

    @Test
    void severalHundredRowsAreWrittenInBatches() throws StoreAway {
        List<EntityRow> rows = new java.util.ArrayList<>();
        List<FeatureValue> roads = new java.util.ArrayList<>();
        for (int i = 0; i < 250; i++) {
            FeatureValue road = new FeatureValue.Text("R" + i);
            roads.add(road);
            rows.add(new EntityRow(road, NOW, row(NOW, i, 0).values()));
        }
        assertThat(store.write(EVENTS, rows)).isEqualTo(250);
        List<List<Found>> found = store.read(ALL, roads);
        for (int i = 0; i < 250; i++) {
            assertThat(found.get(i).getFirst().value()).isEqualTo(new FeatureValue.Whole(i));
        }
    }

    @Test
    void aServerThatIsAwayIsTold() {
        try (var away =
                new OnlineStore("redis://127.0.0.1:1", project, Duration.ofDays(1), clock)) {
            assertThatThrownBy(() -> away.read(ALL, List.of(ROAD))).isInstanceOf(StoreAway.class);
        }
    }
}

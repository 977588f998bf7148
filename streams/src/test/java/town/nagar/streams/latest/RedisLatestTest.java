package town.nagar.streams.latest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.args.ClientType;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.ClientKillParams;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Reading;
import town.nagar.streams.enrich.Derived;
import town.nagar.streams.enrich.Sensed;
import town.nagar.streams.fixtures.SmallTown;
import town.nagar.supervisor.EphemeralServers;
import town.nagar.supervisor.ServerName;

/** Latest values in a real Redis. */
class RedisLatestTest {
    private static final URI ADDRESS =
            URI.create(
                    Objects.requireNonNull(
                            EphemeralServers.settings(ServerName.REDIS).get("nagar.redis.url")));

    private static Map<String, String> stored(String key) {
        try (Jedis redis = new Jedis(ADDRESS)) {
            return redis.hgetAll(key);
        }
    }

    @Test
    void anOlderValueNeverReplacesANewerOne() {
        try (RedisLatest redis = new RedisLatest(ADDRESS)) {
            redis.store(List.of(new RedisLatest.Entry("latest:traffic:T1", 2000, "new")));
            redis.store(List.of(new RedisLatest.Entry("latest:traffic:T1", 1000, "old")));
            assertThat(stored("latest:traffic:T1")).isEqualTo(Map.of("t", "2000", "v", "new"));
            redis.store(List.of(new RedisLatest.Entry("latest:traffic:T1", 2000, "corrected")));
            assertThat(stored("latest:traffic:T1")).containsEntry("v", "corrected");
        }
    }

    @Test
    void aConnectionThatWasLostIsMadeAgain() {
        try (RedisLatest redis = new RedisLatest(ADDRESS)) {
            redis.store(List.of(new RedisLatest.Entry("latest:traffic:T2", 1, "a")));
            try (Jedis other = new Jedis(ADDRESS)) {
                other.clientKill(ClientKillParams.clientKillParams().type(ClientType.NORMAL));
            }
            List<RedisLatest.Entry> next =
                    List.of(new RedisLatest.Entry("latest:traffic:T2", 2, "b"));
            assertThatThrownBy(() -> redis.store(next)).isInstanceOf(JedisException.class);
            redis.store(next);
            assertThat(stored("latest:traffic:T2")).containsEntry("v", "b");
        }
    }

    @Test
    void aReadingIsStoredAsTheApiServesIt() {
        Reading reading =
                SmallTown.reading(
                        Domain.TRAFFIC,
                        "T1",
                        "R1",
                        SmallTown.NOON,
                        Map.of("vehicle_count", 45.0, "congestion_level", 30.0),
                        7);
        Sensed sensed =
                new Sensed(
                        reading,
                        23.2,
                        72.6,
                        new Derived(
                                Map.of("congestion_level", 41.0), Map.of("level_of_service", "C")));
        LatestReading entry = new LatestReading();
        assertThat(entry.key(sensed)).isEqualTo("latest:traffic:T1");
        assertThat(entry.json(sensed))
                .isEqualTo(
                        "{\"sensor_id\":\"T1\",\"place_id\":\"R1\","
                                + "\"timestamp\":\"2026-02-06T08:00:00Z\","
                                + "\"received_at\":\"2026-02-06T08:00:01Z\",\"metrics\":{"
                                + "\"vehicle_count\":45.0,\"reported_congestion\":30.0,"
                                + "\"congestion_level\":41.0},\"quality\":[],"
                                + "\"labels\":{\"level_of_service\":\"C\"}}");
    }
}

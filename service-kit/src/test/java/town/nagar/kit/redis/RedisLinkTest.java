package town.nagar.kit.redis;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RedisLinkTest {
    private static final Instant NOW = Instant.parse("2026-02-06T05:50:00Z");

    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);

    private RedisLink<String, String> link(String url) {
        return new RedisLink<>(
                url,
                StringCodec.UTF8,
                Duration.ofMillis(500),
                () -> Objects.requireNonNull(time.get()));
    }

    @Test
    void aUrlThatIsNoneOfRedisIsRefusedAtOnce() {
        assertThatThrownBy(() -> link("http://127.0.0.1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'http://127.0.0.1' is no URL of Redis");
    }

    @Test
    void aServerThatIsAwayIsTriedOnceASecond() {
        try (RedisLink<String, String> link = link("redis://127.0.0.1:1")) {
            assertThatThrownBy(link::commands)
                    .isInstanceOf(RedisConnectionException.class)
                    .hasMessageContaining("127.0.0.1");
            time.set(NOW.plusMillis(999));
            assertThatThrownBy(link::commands).hasMessage("not tried again yet");
            time.set(NOW.plusMillis(1000));
            assertThatThrownBy(link::commands).hasMessageContaining("127.0.0.1");
        }
    }

    @Test
    void oneThatIsClosedRefuses() {
        RedisLink<String, String> link = link("redis://127.0.0.1:1");
        link.close();
        assertThatThrownBy(link::commands).isInstanceOf(IllegalStateException.class);
    }
}

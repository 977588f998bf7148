package town.nagar.ingestion.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private Instant now = Instant.parse("2026-02-06T08:00:00Z");
    private boolean behind;
    private final RateLimits limits =
            new RateLimits(new LimitSettings(10, 2, List.of("slow=1")), () -> now, () -> behind);

    @Test
    void aSourceMaySendItsBurstAndThenMustWait() {
        assertThat(limits.count("a", 20)).isZero();
        assertThat(limits.pause("a")).isEqualTo(Duration.ofMillis(100));
        now = now.plusMillis(100);
        assertThat(limits.pause("a")).isZero();
    }

    @Test
    void aBatchIsLetInWholeAndPaidOffAfterwards() {
        assertThat(limits.count("a", 50)).isEqualTo(Duration.ofSeconds(3));
        now = now.plusSeconds(3);
        assertThat(limits.pause("a")).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void aListedSourceHasItsOwnRateAndOthersDoNotSuffer() {
        assertThat(limits.count("slow", 3)).isEqualTo(Duration.ofSeconds(1));
        assertThat(limits.count("a", 3)).isZero();
    }

    @Test
    void allWaitASecondAtLeastWhileTheStreamsAreBehind() {
        behind = true;
        assertThat(limits.count("a", 1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(limits.count("a", 49)).isEqualTo(Duration.ofSeconds(3));
        behind = false;
        assertThat(limits.count("b", 1)).isZero();
    }

    @Test
    void aRateThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new LimitSettings(1, 1, List.of("a=fast")))
                .hasMessageContaining("'a=fast'; allowed: name=readings-per-second");
    }
}

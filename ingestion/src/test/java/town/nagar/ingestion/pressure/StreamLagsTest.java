package town.nagar.ingestion.pressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.StreamLag;

class StreamLagsTest {
    private static final PressureSettings SETTINGS =
            new PressureSettings(100, 50, Duration.ofMinutes(2), Duration.ofSeconds(5));

    private Instant now = Instant.parse("2026-02-06T08:00:00Z");
    private final StreamLags lags = new StreamLags(SETTINGS, () -> now);

    private boolean mustWaitAfter(Domain job, long pending) {
        lags.told(new StreamLag(job, pending));
        return lags.mustWait();
    }

    @Test
    void nobodyWaitsBeforeTheStreamsHaveToldAnything() {
        assertThat(lags.mustWait()).isFalse();
    }

    @Test
    void sendersWaitFromTheUpperMarkDownToTheLower() {
        assertThat(mustWaitAfter(Domain.TRAFFIC, 100)).isFalse();
        assertThat(mustWaitAfter(Domain.TRAFFIC, 101)).isTrue();
        assertThat(mustWaitAfter(Domain.TRAFFIC, 51)).isTrue();
        assertThat(mustWaitAfter(Domain.TRAFFIC, 50)).isFalse();
        assertThat(mustWaitAfter(Domain.TRAFFIC, 100)).isFalse();
    }

    @Test
    void oneJobBehindIsEnough() {
        assertThat(mustWaitAfter(Domain.WATER, 101)).isTrue();
        assertThat(mustWaitAfter(Domain.TRAFFIC, 0)).isTrue();
        assertThat(lags.pending(Domain.WATER)).isEqualTo(101);
    }

    @Test
    void aJobThatTellsNothingMoreIsNotWaitedFor() {
        assertThat(mustWaitAfter(Domain.TRAFFIC, 101)).isTrue();
        now = now.plusMillis(5001);
        assertThat(lags.mustWait()).isFalse();
    }

    @Test
    void aJobThatComesNoCloserIsLetGoUntilItHasCaughtUpOnce() {
        for (int second = 0; second <= 120; second++) {
            assertThat(mustWaitAfter(Domain.TRAFFIC, 1000)).isTrue();
            now = now.plusSeconds(1);
        }
        assertThat(mustWaitAfter(Domain.TRAFFIC, 2000)).isFalse();
        assertThat(mustWaitAfter(Domain.TRAFFIC, 40)).isFalse();
        assertThat(mustWaitAfter(Domain.TRAFFIC, 101)).isTrue();
    }

    @Test
    void marksInTheWrongOrderAreRefused() {
        assertThatThrownBy(() -> new PressureSettings(9, 10, Duration.ofMinutes(1), Duration.ZERO))
                .hasMessageContaining("go-on-below 10 must be from 1 to wait-above 9");
    }
}

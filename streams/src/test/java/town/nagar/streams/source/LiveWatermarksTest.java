package town.nagar.streams.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.util.clock.ManualClock;
import org.junit.jupiter.api.Test;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Flag;
import town.nagar.contracts.readings.Reading;
import town.nagar.contracts.readings.Values;
import town.nagar.streams.fixtures.SmallTown;

class LiveWatermarksTest {
    private static final Instant NOON = SmallTown.NOON;
    private static final Duration DISORDER = Duration.ofSeconds(30);

    private final ManualClock clock =
            new ManualClock(Duration.ofMillis(NOON.toEpochMilli()).toNanos());
    private final LiveWatermarks watermarks =
            new LiveWatermarks(DISORDER, Duration.ofSeconds(3), clock, clock);
    private final Seen seen = new Seen();

    private static final class Seen implements WatermarkOutput {
        private long mark = Long.MIN_VALUE;
        private boolean idle;

        @Override
        public void emitWatermark(Watermark watermark) {
            mark = watermark.getTimestamp();
            idle = false;
        }

        @Override
        public void markIdle() {
            idle = true;
        }

        @Override
        public void markActive() {
            idle = false;
        }
    }

    private void read(Instant at, Flag... flags) {
        Reading reading =
                new Reading(
                        Domain.TRAFFIC,
                        "T1",
                        "R1",
                        at,
                        at,
                        Values.of(Domain.TRAFFIC, Map.of()),
                        Map.of(),
                        Set.of(flags),
                        1,
                        "test");
        watermarks.onEvent(reading, at.toEpochMilli(), seen);
    }

    private void after(Duration time) {
        clock.advanceTime(time.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
        watermarks.onPeriodicEmit(seen);
    }

    private static long before(Instant at) {
        return at.minus(DISORDER).toEpochMilli() - 1;
    }

    @Test
    void eventTimeIsTheNewestReadingLessTheDisorder() {
        read(NOON);
        read(NOON.minusSeconds(20));
        after(Duration.ofSeconds(1));
        assertThat(seen.mark).isEqualTo(before(NOON));
    }

    @Test
    void inAQuietTownEventTimeGoesOnWithTheClock() {
        read(NOON.minusSeconds(5));
        after(Duration.ofSeconds(90));
        assertThat(seen.mark).isEqualTo(before(NOON.plusSeconds(85)));
        assertThat(seen.idle).isFalse();
    }

    @Test
    void aPausedReplayIsIdleAndLosesNothing() {
        Instant lastYear = NOON.minus(Duration.ofDays(365));
        read(lastYear);
        after(Duration.ofSeconds(2));
        after(Duration.ofSeconds(10));
        assertThat(seen.idle).isTrue();
        assertThat(seen.mark).isEqualTo(before(lastYear));
    }

    @Test
    void aPartitionSaysItsLastWordBeforeItIsIdleHoweverLongNobodyAsked() {
        Instant lastYear = NOON.minus(Duration.ofDays(365));
        read(lastYear);
        after(Duration.ofSeconds(20));
        assertThat(seen.mark).isEqualTo(before(lastYear));
        assertThat(seen.idle).isFalse();
        after(Duration.ofSeconds(1));
        assertThat(seen.idle).isTrue();
    }

    @Test
    void theLastWindowsOfOldReadingsCloseAfterAMinute() {
        Instant lastYear = NOON.minus(Duration.ofDays(365));
        read(lastYear);
        after(Duration.ofSeconds(61));
        assertThat(seen.mark).isEqualTo(lastYear.plusSeconds(60).toEpochMilli() - 1);
        assertThat(seen.idle).isFalse();
        after(Duration.ofSeconds(1));
        assertThat(seen.idle).isTrue();
    }

    @Test
    void aClockThatIsAheadMovesNothing() {
        read(NOON);
        read(NOON.plus(Duration.ofDays(300)), Flag.CLOCK_AHEAD);
        after(Duration.ofSeconds(1));
        assertThat(seen.mark).isEqualTo(before(NOON));
    }

    @Test
    void aPartitionWithoutReadingsIsIdle() {
        after(Duration.ofSeconds(3));
        assertThat(seen.idle).isTrue();
    }
}

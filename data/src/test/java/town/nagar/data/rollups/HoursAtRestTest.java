package town.nagar.data.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import town.nagar.contracts.Domain;
import town.nagar.data.rollups.HoursAtRest.Hour;

class HoursAtRestTest {
    private static final Hour HOUR =
            new Hour(Domain.TRAFFIC, Instant.parse("2026-02-06T07:30:00Z"));

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-02-06T12:00:00Z"));
    private final HoursAtRest rests = new HoursAtRest(now::get);

    @Test
    void anHourThatIsDerivedQuicklyDoesNotRest() {
        rests.spent(HOUR, Duration.ofMillis(999));
        assertThat(rests.now()).isEmpty();
    }

    @Test
    void restsTwentyTimesAsLongAsAllItsBatchesTook() {
        for (int batch = 0; batch < 4; batch++) {
            rests.spent(HOUR, Duration.ofMillis(500));
        }
        pass(Duration.ofSeconds(39));
        assertThat(rests.now()).containsExactly(HOUR);
        pass(Duration.ofSeconds(1));
        assertThat(rests.now()).isEmpty();
    }

    @Test
    void restsFiveMinutesAtMost() {
        rests.spent(HOUR, Duration.ofHours(1));
        pass(Duration.ofMinutes(5));
        assertThat(rests.now()).isEmpty();
    }

    private void pass(Duration time) {
        now.updateAndGet(was -> was.plus(time));
    }
}

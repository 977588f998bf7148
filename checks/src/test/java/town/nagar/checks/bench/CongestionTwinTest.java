package town.nagar.checks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import town.nagar.checks.bench.CongestionTwin.RoadMinute;

class CongestionTwinTest {
    private static final Instant START = Instant.parse("2026-02-06T08:00:00Z");

    private static List<RoadMinute> road(double... speedsKmh) {
        List<RoadMinute> minutes = new ArrayList<>();
        for (int i = 0; i < speedsKmh.length; i++) {
            minutes.add(new RoadMinute("R1", START.plus(Duration.ofMinutes(i)), speedsKmh[i], 50));
        }
        return minutes;
    }

    @Test
    void opensAtTheFirstSlowMinuteAndClearsAfterThreeCalmOnes() {
        assertThat(CongestionTwin.steps(road(30, 10, 30, 30, 30, 30, 30), Instant.MAX))
                .containsExactly(
                        "R1 CLEARED 2026-02-06T08:06:00Z", "R1 OPENED 2026-02-06T08:02:00Z");
    }

    @Test
    void aMinuteInBetweenBeginsTheCalmAnew() {
        assertThat(CongestionTwin.steps(road(10, 30, 30, 17, 30, 30, 30), Instant.MAX))
                .containsExactly("R1 OPENED 2026-02-06T08:01:00Z");
    }

    @Test
    void stepsAfterTheGivenTimeAreLeftOut() {
        assertThat(CongestionTwin.steps(road(30, 10), START.plusSeconds(60))).isEmpty();
    }
}

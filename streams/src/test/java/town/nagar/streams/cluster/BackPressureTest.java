package town.nagar.streams.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import town.nagar.contracts.Domain;
import town.nagar.contracts.alerts.AlertEvent;
import town.nagar.contracts.alerts.AlertEvent.Phase;
import town.nagar.streams.fixtures.SmallTown;

class BackPressureTest {
    private final BackPressure rule = new BackPressure();
    private final List<AlertEvent> told = new ArrayList<>();

    private void look(int second, double share) {
        rule.look(Domain.WATER, share, SmallTown.NOON.plusSeconds(second)).ifPresent(told::add);
    }

    @Test
    void aMinuteWithoutABreakOpensAndTwoCalmMinutesClose() {
        for (int second = 0; second <= 60; second += 10) {
            assertThat(told).isEmpty();
            look(second, 0.9);
        }
        assertThat(told).extracting(AlertEvent::phase).containsExactly(Phase.OPENED);
        for (int second = 70; second <= 190; second += 10) {
            look(second, 0.1);
        }
        assertThat(told).extracting(AlertEvent::phase).containsExactly(Phase.OPENED, Phase.CLEARED);
    }

    @Test
    void aBreakBeginsTheMinuteAnew() {
        for (int second = 0; second <= 120; second += 10) {
            look(second, second == 50 || second == 100 ? 0.4 : 0.9);
        }
        assertThat(told).isEmpty();
    }
}

package town.nagar.checks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import town.nagar.supervisor.ServerStatus;

class RestartsTest {
    private final Restarts restarts = new Restarts();

    private static ServerStatus part(String name, int restarts) {
        return new ServerStatus(
                name, "ready", 1, 0, "", "java", "1", "", "2026-02-06T08:00:00Z", restarts, "", "");
    }

    @Test
    void aTownWhosePartsStayIsNotToldOf() {
        assertThat(restarts.words(List.of(part("kafka", 0), part("streams", 0)))).isEqualTo("0");
    }

    @Test
    void whatWasKilledOnceMayStartOnce() {
        restarts.kill("kafka");
        assertThat(restarts.words(List.of(part("kafka", 1), part("streams", 0)))).isEqualTo("0");
        assertThat(restarts.words(List.of(part("kafka", 2), part("streams", 1))))
                .isEqualTo("2, kafka 1, streams 1");
    }

    @Test
    void whatASupervisorCountedIsAddedToWhatTheNextCounts() {
        restarts.kill("kafka");
        restarts.renew(List.of(part("kafka", 1), part("streams", 2)));
        assertThat(restarts.words(List.of(part("kafka", 1), part("streams", 0))))
                .isEqualTo("3, kafka 1, streams 2");
    }
}

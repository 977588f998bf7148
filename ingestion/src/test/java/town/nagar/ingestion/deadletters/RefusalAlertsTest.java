package town.nagar.ingestion.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import town.nagar.contracts.alerts.AlertEvent;
import town.nagar.contracts.alerts.AlertEvent.Phase;
import town.nagar.contracts.json.ContractJson;
import town.nagar.contracts.readings.DeadLetter;
import town.nagar.ingestion.publish.Outlet;

class RefusalAlertsTest {
    private static final Instant NOW = Instant.parse("2026-02-06T08:00:00Z");

    private final List<AlertEvent> sent = new ArrayList<>();
    private final Outlet outlet = this::keep;
    private final RefusalAlerts alerts = new RefusalAlerts(DeadLetterSettings.DEFAULTS, outlet);

    private void keep(String topic, String key, byte[] value, CompletableFuture<Void> done) {
        assertThat(topic).isEqualTo("alerts");
        sent.add(ContractJson.read(value, AlertEvent.class));
        done.complete(null);
    }

    private void refuse(String source, Instant at) {
        alerts.count(
                new DeadLetter(
                        at.toEpochMilli(),
                        at,
                        "mqtt",
                        source,
                        "water",
                        "nagar/water/W1",
                        "malformed",
                        "not JSON",
                        ""));
    }

    @Test
    void twentyRefusalsOfOneSourceInTenMinutesRaiseOneAlertThatIsClearedWhenTheyEnd() {
        for (int i = 0; i < 40; i++) {
            refuse("gw-1", NOW.plusSeconds(i));
            refuse("gw-" + (2 + i), NOW.plusSeconds(i));
        }
        assertThat(sent).hasSize(1);
        AlertEvent opened = sent.getFirst();
        assertThat(opened.rule()).isEqualTo("repeated_refusals");
        assertThat(opened.placeId()).isEqualTo("gw-1");
        assertThat(opened.at()).isEqualTo(NOW.plusSeconds(19));
        assertThat(opened.description()).contains("not JSON");
        alerts.tick(NOW.plusSeconds(60));
        assertThat(sent).hasSize(1);
        Instant later = NOW.plus(Duration.ofMinutes(11));
        alerts.tick(later);
        assertThat(sent).hasSize(2);
        assertThat(sent.getLast().phase()).isEqualTo(Phase.CLEARED);
        assertThat(sent.getLast().alertId()).isEqualTo(opened.alertId());
        assertThat(sent.getLast().at()).isEqualTo(later);
    }

    @Test
    void slowRefusalsRaiseNone() {
        for (int i = 0; i < 100; i++) {
            refuse("gw-1", NOW.plusSeconds(40L * i));
        }
        assertThat(sent).isEmpty();
    }

    @Test
    void aSourceThatFailsAgainLaterHasANewAlert() {
        for (int round = 0; round < 2; round++) {
            Instant begin = NOW.plus(Duration.ofHours(round));
            for (int i = 0; i < 20; i++) {
                refuse("gw-1", begin.plusSeconds(i));
            }
            alerts.tick(begin.plus(Duration.ofMinutes(20)));
        }
        assertThat(sent)
                .extracting(AlertEvent::phase)
                .containsExactly(Phase.OPENED, Phase.CLEARED, Phase.OPENED, Phase.CLEARED);
        assertThat(sent.get(2).alertId()).isNotEqualTo(sent.get(0).alertId());
    }
}

package town.nagar.streams.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import town.nagar.contracts.Domain;
import town.nagar.contracts.alerts.AlertEvent;
import town.nagar.contracts.alerts.AlertEvent.Phase;
import town.nagar.contracts.alerts.Severity;

class EpisodeTest {
    private static final Instant START = Instant.parse("2026-02-06T08:00:00Z");
    private static final Rule RULE =
            new Rule("traffic_congestion", Duration.ofMinutes(3), Duration.ofMinutes(15), false);

    private final List<AlertEvent> told = new ArrayList<>();
    private Optional<Episode> open = Optional.empty();
    private int minute;

    private EpisodeTest see(Verdict verdict, Severity severity) {
        Observation seen =
                new Observation(
                        RULE,
                        Domain.TRAFFIC,
                        "R1",
                        START.plus(Duration.ofMinutes(minute++)),
                        verdict,
                        severity,
                        "t",
                        "d",
                        new TreeMap<>(),
                        List.of());
        Episode.Step step =
                open.map(episode -> episode.next(seen)).orElseGet(() -> Episode.begin(seen));
        open = step.episode();
        step.event().ifPresent(told::add);
        return this;
    }

    private EpisodeTest see(Verdict... verdicts) {
        for (Verdict verdict : verdicts) {
            see(verdict, Severity.MEDIUM);
        }
        return this;
    }

    private List<Phase> phases() {
        return told.stream().map(AlertEvent::phase).toList();
    }

    @Test
    void calmAloneTellsNothing() {
        see(Verdict.CALM, Verdict.HOLDING, Verdict.CALM);
        assertThat(told).isEmpty();
    }

    @Test
    void firingTwiceOpensOnce() {
        see(Verdict.FIRING, Verdict.FIRING);
        assertThat(phases()).containsExactly(Phase.OPENED);
    }

    @Test
    void itClosesOnlyAfterThreeCalmMinutesInARow() {
        see(Verdict.FIRING, Verdict.CALM, Verdict.CALM, Verdict.HOLDING, Verdict.CALM);
        see(Verdict.CALM, Verdict.CALM);
        assertThat(phases()).containsExactly(Phase.OPENED);
        see(Verdict.CALM);
        assertThat(phases()).containsExactly(Phase.OPENED, Phase.CLEARED);
        assertThat(open).isEmpty();
    }

    @Test
    void allStepsOfAnEpisodeHaveItsIdAndTheNextEpisodeAnother() {
        see(Verdict.FIRING, Verdict.CALM, Verdict.CALM, Verdict.CALM, Verdict.CALM);
        see(Verdict.FIRING);
        assertThat(told).extracting(AlertEvent::alertId).doesNotContainNull();
        assertThat(told.get(0).alertId())
                .isEqualTo(told.get(1).alertId())
                .isEqualTo(AlertEvent.idOf("traffic_congestion", "R1", START))
                .isNotEqualTo(told.get(2).alertId());
    }

    @Test
    void anotherSeverityIsToldAtOnceAndTheSameOneAfterAWhile() {
        see(Verdict.FIRING, Severity.MEDIUM).see(Verdict.FIRING, Severity.HIGH);
        assertThat(phases()).containsExactly(Phase.OPENED, Phase.REPEATED);
        for (int i = 0; i < 15; i++) {
            see(Verdict.FIRING, Severity.HIGH);
        }
        assertThat(phases()).containsExactly(Phase.OPENED, Phase.REPEATED, Phase.REPEATED);
        assertThat(told.getLast().at()).isEqualTo(START.plus(Duration.ofMinutes(16)));
    }

    @Test
    void theLimitsThemselvesNeitherFireNorCalm() {
        assertThat(Verdict.above(70, 70, 60)).isEqualTo(Verdict.HOLDING);
        assertThat(Verdict.above(60, 70, 60)).isEqualTo(Verdict.HOLDING);
        assertThat(Verdict.below(0.69, 0.69, 0.8)).isEqualTo(Verdict.HOLDING);
        assertThat(Verdict.below(0.6, 0.69, 0.8)).isEqualTo(Verdict.FIRING);
        assertThat(Verdict.below(0.9, 0.69, 0.8)).isEqualTo(Verdict.CALM);
    }
}

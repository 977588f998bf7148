package town.nagar.streams.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import town.nagar.contracts.Domain;
import town.nagar.contracts.alerts.AlertEvent;
import town.nagar.contracts.alerts.Severity;
import town.nagar.streams.alerts.Episode;
import town.nagar.streams.alerts.Observation;
import town.nagar.streams.alerts.Rule;
import town.nagar.streams.alerts.Verdict;

/**
 * Tells when a job cannot keep up: for a minute without a break some task of it had to wait for the
 * next more than half of the time. It is over after two minutes below a fifth. Belongs to one
 * thread.
 */
final class BackPressure {
    private static final Rule RULE =
            new Rule("streams_back_pressure", Duration.ofMinutes(2), Duration.ofMinutes(30), false);
    private static final Duration SUSTAINED = Duration.ofMinutes(1);
    private static final double OPEN_ABOVE = 0.5;
    private static final double CLEAR_BELOW = 0.2;

    private final Map<Domain, Instant> highSince = new EnumMap<>(Domain.class);
    private final Map<Domain, Episode> open = new EnumMap<>(Domain.class);

    /**
     * Takes the next look at a job.
     *
     * @param share of the time that its most hindered task waited, 0 to 1
     */
    Optional<AlertEvent> look(Domain job, double share, Instant at) {
        Verdict verdict = Verdict.above(share, OPEN_ABOVE, CLEAR_BELOW);
        if (verdict != Verdict.FIRING) {
            highSince.remove(job);
        } else if (Duration.between(highSince.computeIfAbsent(job, none -> at), at)
                        .compareTo(SUSTAINED)
                < 0) {
            verdict = Verdict.HOLDING;
        }
        return step(observation(job, share, verdict, at));
    }

    private Optional<AlertEvent> step(Observation seen) {
        Episode.Step step =
                Optional.ofNullable(open.get(seen.domain()))
                        .map(episode -> episode.next(seen))
                        .orElseGet(() -> Episode.begin(seen));
        step.episode()
                .ifPresentOrElse(
                        episode -> open.put(seen.domain(), episode),
                        () -> open.remove(seen.domain()));
        return step.event();
    }

    private static Observation observation(Domain job, double share, Verdict verdict, Instant at) {
        return new Observation(
                RULE,
                job,
                "streams-" + job.word(),
                at,
                verdict,
                Severity.HIGH,
                "The %s stream cannot keep up".formatted(job.word()),
                "Its tasks waited for each other %.0f %% of the time".formatted(share * 100),
                new TreeMap<>(Map.of("back_pressure_share", share, "threshold", OPEN_ABOVE)),
                List.of());
    }
}

package town.nagar.streams.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import town.nagar.contracts.alerts.AlertEvent;
import town.nagar.contracts.alerts.AlertEvent.Phase;
import town.nagar.contracts.alerts.Severity;

/**
 * An open episode of a rule at a place.
 *
 * @param severity as last said
 * @param saidAt when it was last said to fire
 * @param calmSinceMillis when it became calm; {@link #NOT_CALM} while it is not
 */
public record Episode(Instant openedAt, Severity severity, Instant saidAt, long calmSinceMillis) {
    static final long NOT_CALM = Long.MIN_VALUE;

    /**
     * What an observation makes of an episode, and what there is to tell.
     *
     * @param episode open afterwards; empty if none is
     * @param event empty if there is nothing to tell
     */
    public record Step(Optional<Episode> episode, Optional<AlertEvent> event) {
        private static final Step NOTHING = new Step(Optional.empty(), Optional.empty());
    }

    /** The first observation of a place that has no open episode. */
    public static Step begin(Observation seen) {
        if (seen.verdict() != Verdict.FIRING) {
            return Step.NOTHING;
        }
        Episode opened = new Episode(seen.at(), seen.severity(), seen.at(), NOT_CALM);
        return new Step(Optional.of(opened), Optional.of(opened.event(seen, Phase.OPENED)));
    }

    /** The next observation of an open episode; observations come in order of time. */
    public Step next(Observation seen) {
        return switch (seen.verdict()) {
            case FIRING -> fired(seen);
            case HOLDING -> keep(new Episode(openedAt, severity, saidAt, NOT_CALM));
            case CALM -> calmed(seen);
        };
    }

    private Step fired(Observation seen) {
        boolean due =
                !seen.at().isBefore(saidAt.plus(seen.rule().repeatEvery()))
                        || seen.severity() != severity;
        if (!due) {
            return keep(new Episode(openedAt, severity, saidAt, NOT_CALM));
        }
        Episode said = new Episode(openedAt, seen.severity(), seen.at(), NOT_CALM);
        return new Step(Optional.of(said), Optional.of(said.event(seen, Phase.REPEATED)));
    }

    private Step calmed(Observation seen) {
        long since = calmSinceMillis == NOT_CALM ? seen.at().toEpochMilli() : calmSinceMillis;
        Duration calm = Duration.between(Instant.ofEpochMilli(since), seen.at());
        return calm.compareTo(seen.rule().clearAfter()) < 0
                ? keep(new Episode(openedAt, severity, saidAt, since))
                : new Step(Optional.empty(), Optional.of(event(seen, Phase.CLEARED)));
    }

    private static Step keep(Episode episode) {
        return new Step(Optional.of(episode), Optional.empty());
    }

    /** What is seen of a time before the opening, as late slices are, is told as of the opening. */
    private AlertEvent event(Observation seen, Phase phase) {
        Instant at = seen.at().isBefore(openedAt) ? openedAt : seen.at();
        String rule = seen.rule().name();
        return new AlertEvent(
                AlertEvent.idOf(rule, seen.placeId(), openedAt),
                rule,
                seen.domain(),
                seen.placeId(),
                phase,
                phase == Phase.CLEARED ? severity : seen.severity(),
                at,
                openedAt,
                seen.title(),
                seen.description(),
                seen.metrics(),
                seen.sensorIds());
    }
}

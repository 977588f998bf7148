package town.nagar.forecast.retraining;

import java.time.Instant;
import java.util.Optional;
import town.nagar.forecast.monitoring.Cause;

/**
 * A training that was asked for.
 *
 * @param who asked
 * @param why in words, with the figures
 * @param state waiting, running, done or failed
 * @param endedAt {@link Instant#MAX} until it ends
 * @param outcome the version it gave, or what went wrong; empty until it ends
 */
record Request(
        long id,
        String model,
        Cause cause,
        String who,
        String why,
        Instant askedAt,
        String state,
        Instant endedAt,
        String outcome) {
    /** When it ended; empty before. */
    Optional<Instant> end() {
        return Optional.of(endedAt).filter(at -> at.isBefore(Instant.MAX));
    }
}

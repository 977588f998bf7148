package town.nagar.supervisor.processes;

import java.time.Duration;

/**
 * Pauses between attempts: 0.2 s, doubled each time, at most 30 s.
 *
 * <p>A child that served for a minute counts as healthy again. One that never served is given up
 * after some attempts; one that did serve is tried for ever, since the town needs it.
 */
final class BackOff {
    static final int ATTEMPTS_BEFORE_FIRST_READY = 4;

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration HEALTHY = Duration.ofMinutes(1);

    private boolean everReady;
    private int failures;

    void wasReadyFor(Duration time) {
        everReady = true;
        if (time.compareTo(HEALTHY) >= 0) {
            failures = 0;
        }
    }

    void failed() {
        failures++;
    }

    boolean hopeless() {
        return !everReady && failures >= ATTEMPTS_BEFORE_FIRST_READY;
    }

    /** The pause before the next attempt; call after {@link #failed}. */
    Duration pause() {
        int doublings = Math.min(Math.max(failures - 1, 0), 20);
        Duration doubled = FIRST.multipliedBy(1L << doublings);
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}

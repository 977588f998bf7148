package town.nagar.data.rollups;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import town.nagar.contracts.Domain;

/**
 * Ended hours that took long to derive, and are left alone for a while though more of their rows
 * keep coming: to read all rows of an hour again with each late one costs more than to take it in.
 *
 * <p>Safe for many threads.
 */
final class HoursAtRest {
    /** What an hour may cost without a rest. */
    private static final Duration CHEAP = Duration.ofSeconds(1);

    /** So many times as long as it took an hour rests. */
    private static final int TIMES = 20;

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final Map<Hour, Rest> hours = new ConcurrentHashMap<>();

    HoursAtRest(InstantSource clock) {
        this.clock = clock;
    }

    /** An Indian hour of all sensors of a domain. */
    record Hour(Domain domain, Instant start) {}

    private record Rest(Duration spent, Instant until) {}

    /** The hours that rest now; what earlier ones took is forgotten. */
    List<Hour> now() {
        Instant now = clock.instant();
        hours.values().removeIf(rest -> !rest.until().isAfter(now));
        return List.copyOf(hours.keySet());
    }

    /** Adds to what has been spent on an hour since it last rested. */
    void spent(Hour hour, Duration spent) {
        hours.merge(hour, rest(spent), (had, more) -> rest(had.spent().plus(spent)));
    }

    private Rest rest(Duration spent) {
        Duration rest = spent.compareTo(CHEAP) < 0 ? Duration.ZERO : spent.multipliedBy(TIMES);
        Duration bounded = rest.compareTo(LONGEST) > 0 ? LONGEST : rest;
        return new Rest(spent, clock.instant().plus(bounded));
    }
}

package town.nagar.streams.alerts;

import java.io.Serializable;
import java.time.Duration;

/**
 * A rule's course in time.
 *
 * @param name such as {@code traffic_congestion}
 * @param clearAfter how long it must be calm without a break before the episode closes; zero: at
 *     once
 * @param repeatEvery how often an open episode says that it still fires
 * @param session whether a closed episode also becomes an aggregate {@code NAME_session}
 */
public record Rule(String name, Duration clearAfter, Duration repeatEvery, boolean session)
        implements Serializable {
    /** A rule without sessions that closes at once and repeats hourly. */
    public static Rule simple(String name) {
        return new Rule(name, Duration.ZERO, Duration.ofHours(1), false);
    }
}

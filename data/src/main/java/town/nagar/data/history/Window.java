package town.nagar.data.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import town.nagar.kit.http.ApiException;
import town.nagar.kit.http.Query;

/**
 * A stretch of time.
 *
 * @param start first instant inside
 * @param end first instant after
 */
public record Window(Instant start, Instant end) {
    private static final Duration LONGEST = Duration.ofDays(366 * 20);

    public Window {
        if (!start.isBefore(end)) {
            throw ApiException.invalidParameter("start", start.toString(), "before end " + end);
        }
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw ApiException.invalidParameter(
                    "start", start.toString(), "at most 20 years before end");
        }
    }

    /**
     * The window of {@code start} and {@code end}, either of which may be missing.
     *
     * @param usual the length where one is missing
     */
    public static Window of(Query query, Duration usual, Instant now) {
        Optional<Instant> start = query.instant("start");
        Instant end =
                query.instant("end")
                        .orElseGet(
                                () -> start.map(from -> later(from.plus(usual), now)).orElse(now));
        return new Window(start.orElseGet(() -> end.minus(usual)), end);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    public long seconds() {
        return Duration.between(start, end).toSeconds();
    }
}

package town.nagar.checks.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import town.nagar.norms.traffic.Congestion;

/**
 * The congestion alerts that a batch finds in the rows of the tables, written anew after the rule's
 * words: opens above 70, closes after three minutes below 60.
 */
final class CongestionTwin {
    private static final int OPEN_ABOVE = 70;
    private static final int CLEAR_BELOW = 60;
    private static final Duration CALM = Duration.ofMinutes(3);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private CongestionTwin() {}

    /**
     * One minute of a road.
     *
     * @param start of the minute
     * @param speedKmh mean speed, weighted by vehicles
     */
    record RoadMinute(String road, Instant start, double speedKmh, double freeFlowKmh) {
        private int level() {
            return Congestion.level(Double.NaN, speedKmh, freeFlowKmh);
        }
    }

    /** Openings and closings in words, {@code ROAD OPENED|CLEARED TIME}, no later than a time. */
    static Set<String> steps(List<RoadMinute> minutes, Instant until) {
        TreeMap<String, List<RoadMinute>> byRoad = new TreeMap<>();
        minutes.stream()
                .sorted(Comparator.comparing(RoadMinute::start))
                .forEach(minute ->
                        byRoad.computeIfAbsent(minute.road(), none -> new java.util.ArrayList<>())
                                .add(minute));
        Set<String> steps = new TreeSet<>();
        byRoad.values().forEach(road -> steps(road, until, steps));
        return steps;
    }

    private static void steps(List<RoadMinute> road, Instant until, Set<String> steps) {
        boolean open = false;
        Instant calmSince = Instant.MAX;
        for (RoadMinute minute : road) {
            Instant end = minute.start().plus(MINUTE);
            int level = minute.level();
            calmSince = level < CLEAR_BELOW ? earlier(calmSince, end) : Instant.MAX;
            boolean opens = !open && level > OPEN_ABOVE;
            boolean clears = open && !calmSince.isAfter(end.minus(CALM));
            if ((opens || clears) && !end.isAfter(until)) {
                steps.add(step(minute.road(), opens ? "OPENED" : "CLEARED", end));
            }
            open = opens || (open && !clears);
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    static String step(String road, String phase, Instant at) {
        return "%s %s %s".formatted(road, phase, at);
    }
}

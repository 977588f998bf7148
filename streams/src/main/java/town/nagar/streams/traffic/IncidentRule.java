package town.nagar.streams.traffic;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import town.nagar.contracts.Domain;
import town.nagar.contracts.alerts.Severity;
import town.nagar.streams.alerts.Observation;
import town.nagar.streams.alerts.Rule;
import town.nagar.streams.alerts.Verdict;
import town.nagar.streams.places.PlaceView;
import town.nagar.streams.window.Slice;

/**
 * An incident: a road's speed falls to less than half of what it was, while a road that flows into
 * it fills (its speed falls too, or its detectors are covered longer). It lasts until the road is
 * back to 60 % of its free-flow speed for three minutes; then the session it was becomes an
 * aggregate.
 *
 * <p>Now is the mean of the last two minutes, before the ten minutes before them.
 */
final class IncidentRule {
    private static final Rule RULE =
            new Rule("traffic_incident", Duration.ofMinutes(3), Duration.ofMinutes(15), true);
    private static final Duration NOW = Duration.ofMinutes(2);
    static final Duration ALL = Duration.ofMinutes(12);
    private static final double COLLAPSED_SHARE = 0.5;
    private static final double SLOWED_SHARE = 0.7;
    private static final double FILLED_POINTS = 15;
    private static final double RECOVERED_SHARE = 0.6;
    private static final double HIGH_BELOW_KMH = 5;

    private final PlaceView view;
    private final List<Slice> all;
    private final long nowFrom;

    private IncidentRule(PlaceView view) {
        this.view = view;
        this.all = view.slices(ALL);
        this.nowFrom = view.end().minus(NOW).toEpochMilli();
    }

    /** What the last minutes say; nothing without the road's own speed now and before. */
    static Optional<Observation> observe(PlaceView view) {
        return new IncidentRule(view).observe();
    }

    private Optional<Observation> observe() {
        double now = mean(view.place(), "average_speed", true);
        double before = mean(view.place(), "average_speed", false);
        if (Double.isNaN(now) || Double.isNaN(before)) {
            return Optional.empty();
        }
        boolean collapsed = now < COLLAPSED_SHARE * before;
        if (collapsed && upstreamRoads().stream().anyMatch(this::fills)) {
            return Optional.of(observation(Verdict.FIRING, now, before));
        }
        Verdict verdict = isRecovered(now, before) ? Verdict.CALM : Verdict.HOLDING;
        return Optional.of(observation(verdict, now, before));
    }

    private List<String> upstreamRoads() {
        return all.stream()
                .map(Slice::placeId)
                .filter(road -> !road.equals(view.place()))
                .distinct()
                .toList();
    }

    private boolean fills(String road) {
        double speedNow = mean(road, "average_speed", true);
        double speedBefore = mean(road, "average_speed", false);
        double coveredNow = mean(road, "occupancy_percentage", true);
        double coveredBefore = mean(road, "occupancy_percentage", false);
        return speedNow < SLOWED_SHARE * speedBefore || coveredNow > coveredBefore + FILLED_POINTS;
    }

    private boolean isRecovered(double now, double before) {
        double freeFlow =
                view.book()
                        .findPlace(view.place())
                        .map(place -> place.figure("free_flow_kmh"))
                        .orElse(Double.NaN);
        return Double.isNaN(freeFlow)
                ? now >= before * RECOVERED_SHARE
                : now >= freeFlow * RECOVERED_SHARE;
    }

    /** The mean over a road's minutes, NaN if there is none. */
    private double mean(String road, String quantity, boolean now) {
        return all.stream()
                .filter(slice -> slice.placeId().equals(road))
                .filter(slice -> slice.start() >= nowFrom == now)
                .mapToDouble(slice -> slice.weightedMean(quantity))
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    private Observation observation(Verdict verdict, double now, double before) {
        TreeMap<String, Double> metrics = new TreeMap<>();
        metrics.put("speed_kmh", now);
        metrics.put("speed_before_kmh", before);
        return new Observation(
                RULE,
                Domain.TRAFFIC,
                view.place(),
                view.end(),
                verdict,
                now < HIGH_BELOW_KMH ? Severity.HIGH : Severity.MEDIUM,
                "Incident on " + CongestionRule.name(view),
                "Speed fell from %.0f to %.0f km/h while the road upstream fills"
                        .formatted(before, now),
                metrics,
                all.stream()
                        .filter(slice -> slice.placeId().equals(view.place()))
                        .map(Slice::sensorId)
                        .distinct()
                        .toList());
    }
}

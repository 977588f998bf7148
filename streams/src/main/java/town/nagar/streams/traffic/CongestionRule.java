package town.nagar.streams.traffic;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import town.nagar.contracts.Domain;
import town.nagar.contracts.alerts.Severity;
import town.nagar.contracts.readings.Aggregate;
import town.nagar.streams.alerts.Observation;
import town.nagar.streams.alerts.Rule;
import town.nagar.streams.alerts.Verdict;
import town.nagar.streams.places.PlaceView;

/** Opens above 70; closes after three minutes below 60. The most congested sensor speaks. */
final class CongestionRule {
    private static final Rule RULE =
            new Rule("traffic_congestion", Duration.ofMinutes(3), Duration.ofMinutes(15), false);
    private static final double OPEN_ABOVE = 70;
    private static final double CLEAR_BELOW = 60;
    private static final double HIGH_FROM = 85;
    private static final double CRITICAL_FROM = 95;

    private CongestionRule() {}

    /** What the minutes of a road's sensors say; at least one has a level. */
    static Observation observe(PlaceView view, List<Aggregate> minutes) {
        Aggregate worst =
                minutes.stream()
                        .max(Comparator.comparingDouble(CongestionRule::level))
                        .orElseThrow();
        double level = level(worst);
        return new Observation(
                RULE,
                Domain.TRAFFIC,
                view.place(),
                view.end(),
                Verdict.above(level, OPEN_ABOVE, CLEAR_BELOW),
                severity(level),
                "Congestion on " + name(view),
                "Congestion level %.0f of 100; alerts open above %.0f and close below %.0f"
                        .formatted(level, OPEN_ABOVE, CLEAR_BELOW),
                metrics(worst),
                List.of(worst.labels().getOrDefault("sensor_id", "")));
    }

    static double level(Aggregate minute) {
        return minute.figures().getOrDefault("congestion_level", Double.NEGATIVE_INFINITY);
    }

    private static Severity severity(double level) {
        if (level >= CRITICAL_FROM) {
            return Severity.CRITICAL;
        }
        return level >= HIGH_FROM ? Severity.HIGH : Severity.MEDIUM;
    }

    private static SortedMap<String, Double> metrics(Aggregate worst) {
        TreeMap<String, Double> metrics = new TreeMap<>(worst.figures());
        metrics.put("threshold", OPEN_ABOVE);
        return metrics;
    }

    static String name(PlaceView view) {
        return view.book()
                .findPlace(view.place())
                .map(place -> place.names().en())
                .orElse(view.place());
    }
}

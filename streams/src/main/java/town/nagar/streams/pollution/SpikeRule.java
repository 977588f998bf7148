package town.nagar.streams.pollution;

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
 * A spike: fine particles of the last five minutes are twice those of the hour before and at least
 * 40 ug/m3 above them. It ends after ten minutes below 1.3 times.
 */
final class SpikeRule {
    static final Duration BEFORE = Duration.ofMinutes(65);
    private static final Rule RULE =
            new Rule("pollution_spike", Duration.ofMinutes(10), Duration.ofMinutes(30), false);
    private static final Duration NOW = Duration.ofMinutes(5);
    private static final String PM25 = "pm25";
    private static final double OPEN_RATIO = 2;
    private static final double CLEAR_RATIO = 1.3;
    private static final double LEAST_RISE = 40;
    private static final double HIGH_FROM = 250;

    private SpikeRule() {}

    /** What the last minutes say; nothing if PM2.5 is missing now or in the hour before. */
    static Optional<Observation> observe(PlaceView view) {
        long nowFrom = view.end().minus(NOW).toEpochMilli();
        List<Slice> all = view.slices(BEFORE);
        StationAir now =
                StationAir.of(
                        all.stream().filter(slice -> slice.start() >= nowFrom).toList(), List.of());
        StationAir before =
                StationAir.of(
                        all.stream().filter(slice -> slice.start() < nowFrom).toList(), List.of());
        double pm25 = now.mean(PM25);
        double usual = before.mean(PM25);
        if (Double.isNaN(pm25) || Double.isNaN(usual)) {
            return Optional.empty();
        }
        return Optional.of(observation(view, now, pm25, usual));
    }

    private static Observation observation(
            PlaceView view, StationAir now, double pm25, double usual) {
        boolean rose = pm25 - usual >= LEAST_RISE;
        Verdict verdict =
                rose ? Verdict.above(pm25, OPEN_RATIO * usual, CLEAR_RATIO * usual) : Verdict.CALM;
        TreeMap<String, Double> metrics = new TreeMap<>();
        metrics.put("pm25", pm25);
        metrics.put("pm25_hour_before", usual);
        return new Observation(
                RULE,
                Domain.POLLUTION,
                view.place(),
                view.end(),
                verdict,
                pm25 >= HIGH_FROM ? Severity.HIGH : Severity.MEDIUM,
                "Sudden fine particles at " + PollutionLogic.name(view),
                "PM2.5 is %.0f ug/m3 after %.0f in the hour before".formatted(pm25, usual),
                metrics,
                now.sensorIds());
    }
}

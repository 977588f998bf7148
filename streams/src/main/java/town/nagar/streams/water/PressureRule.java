package town.nagar.streams.water;

import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import town.nagar.contracts.Domain;
import town.nagar.contracts.alerts.Severity;
import town.nagar.norms.water.ResidualPressure;
import town.nagar.streams.alerts.Observation;
import town.nagar.streams.alerts.Rule;
import town.nagar.streams.alerts.Verdict;
import town.nagar.streams.places.PlaceView;

/**
 * The mean pressure of a zone's last quarter of an hour is below the residual pressure for the
 * storeys it serves: the place's figure {@code storeys}, 1 if not known. It ends after half an hour
 * 10 % above.
 */
final class PressureRule {
    private static final Rule RULE =
            new Rule("low_pressure", Duration.ofMinutes(30), Duration.ofHours(1), false);
    private static final double CLEAR_SHARE = 1.1;
    private static final double HIGH_SHARE = 0.5;

    private PressureRule() {}

    static Optional<Observation> observe(PlaceView view, WaterMeters meters) {
        double pressure = meters.meanPressureBar();
        if (Double.isNaN(pressure)) {
            return Optional.empty();
        }
        double limit = limitBar(view);
        TreeMap<String, Double> metrics = new TreeMap<>();
        metrics.put("mean_pressure_bar", pressure);
        metrics.put("threshold", limit);
        return Optional.of(
                new Observation(
                        RULE,
                        Domain.WATER,
                        view.place(),
                        view.end(),
                        Verdict.below(pressure, limit, CLEAR_SHARE * limit),
                        pressure < HIGH_SHARE * limit ? Severity.HIGH : Severity.MEDIUM,
                        "Low water pressure in " + WaterLogic.name(view),
                        "Mean pressure %.2f bar; at least %.2f bar are due"
                                .formatted(pressure, limit),
                        metrics,
                        meters.sensorIds()));
    }

    private static double limitBar(PlaceView view) {
        double storeys =
                view.book()
                        .findPlace(view.place())
                        .map(place -> place.figure("storeys"))
                        .orElse(Double.NaN);
        if (storeys >= 3) {
            return ResidualPressure.THREE_STOREYS.bar();
        }
        return storeys >= 2
                ? ResidualPressure.TWO_STOREYS.bar()
                : ResidualPressure.ONE_STOREY.bar();
    }
}

package town.nagar.streams.agriculture;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import town.nagar.contracts.Domain;
import town.nagar.contracts.alerts.Severity;
import town.nagar.contracts.places.Place;
import town.nagar.streams.alerts.Observation;
import town.nagar.streams.alerts.Rule;
import town.nagar.streams.alerts.Verdict;
import town.nagar.streams.places.PlaceView;

/**
 * A crop suffers when more than half of the water its roots can reach is used up: (field capacity -
 * moisture) / (field capacity - wilting point) above 0.5, the usual share of readily available
 * water (FAO-56, chapter 8). It ends after two hours below 0.4.
 */
final class StressRule {
    static final String DEPLETION = "depletion_share";
    private static final Rule RULE =
            new Rule("crop_stress", Duration.ofHours(2), Duration.ofHours(24), false);
    private static final double OPEN_ABOVE = 0.5;
    private static final double CLEAR_BELOW = 0.4;
    private static final double HIGH_FROM = 0.75;

    private StressRule() {}

    /** Used share of the available water, may exceed 1; NaN if the field's soil is not known. */
    static double depletion(double moisturePercentage, Optional<Place> field) {
        double full = field.map(place -> place.figure("field_capacity")).orElse(Double.NaN);
        double wilting = field.map(place -> place.figure("wilting_point")).orElse(Double.NaN);
        return Math.max(0, (full - moisturePercentage) / (full - wilting));
    }

    static Optional<Observation> observe(
            PlaceView view, double moisture, double depletion, List<String> sensorIds) {
        if (Double.isNaN(depletion)) {
            return Optional.empty();
        }
        TreeMap<String, Double> metrics = new TreeMap<>();
        metrics.put("soil_moisture", moisture);
        metrics.put(DEPLETION, depletion);
        metrics.put("threshold", OPEN_ABOVE);
        return Optional.of(
                new Observation(
                        RULE,
                        Domain.AGRICULTURE,
                        view.place(),
                        view.end(),
                        Verdict.above(depletion, OPEN_ABOVE, CLEAR_BELOW),
                        severity(depletion),
                        "Dry soil in " + AgricultureLogic.name(view),
                        "%.0f %% of the available water is used up; crops suffer from %.0f %%"
                                .formatted(depletion * 100, OPEN_ABOVE * 100),
                        metrics,
                        sensorIds));
    }

    private static Severity severity(double depletion) {
        if (depletion >= 1) {
            return Severity.CRITICAL;
        }
        return depletion >= HIGH_FROM ? Severity.HIGH : Severity.MEDIUM;
    }
}

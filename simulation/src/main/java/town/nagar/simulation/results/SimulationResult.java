package town.nagar.simulation.results;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import town.nagar.engine.town.Measure;
import town.nagar.engine.town.TownResult;
import town.nagar.simulation.scenario.Scenario;

/**
 * A simulation that has ended.
 *
 * @param id such as {@code SIM-2026-02-06-3f2a91}
 * @param town its name
 * @param residents people whom the citizens among the agents stand for
 * @param assumptions what was not known of the town and was assumed
 * @param inputHash SHA-256 of everything the figures follow from, in hexadecimal
 * @param engineVersion of the program
 */
public record SimulationResult(
        String id,
        Scenario scenario,
        TownResult study,
        String town,
        double residents,
        int citizens,
        List<String> assumptions,
        String inputHash,
        String engineVersion,
        Instant createdAt,
        Instant completedAt) {
    public SimulationResult {
        assumptions = List.copyOf(assumptions);
    }

    double seconds() {
        return Duration.between(createdAt, completedAt).toMillis() / 1000.0;
    }

    Worth worth() {
        return Worth.of(scenario, study, residents, costRupees());
    }

    private double costRupees() {
        return scenario.costs().rupees(scenario.days(), residents);
    }

    /** Why no more runs were made. */
    String stopped() {
        return study.targetReached() ? "half_width_reached" : "all_runs_made";
    }

    /** What a reader has to know before trusting the figures. */
    List<String> warnings() {
        var warnings = new ArrayList<String>();
        addIfLostInChance(warnings, "congestion", Measure.CONGESTION);
        if (!study.trafficSettled()) {
            warnings.add(
                    String.format(
                            Locale.ROOT,
                            "Times on the roads and choices of mode still differ by %.2g of the times"
                                    + " after all rounds; congestion is rougher than its interval says.",
                            study.trafficGap()));
        }
        addIfLostInChance(warnings, "the air quality index", Measure.AQI);
        warnings.add(
                String.format(
                        Locale.ROOT,
                        "Each of %,d citizens stands for %.1f people.",
                        citizens,
                        residents / citizens));
        warnings.addAll(scenario.costs().notes(residents));
        warnings.add(
                "health_benefits follows from output lost in India in 2019 in proportion to PM2.5 breathed;"
                        + " its range ends at the welfare method, 6.2 times as much.");
        warnings.addAll(scenario.limits());
        warnings.addAll(assumptions);
        return List.copyOf(warnings);
    }

    private void addIfLostInChance(List<String> warnings, String what, Measure measure) {
        if (!Estimated.difference(study.get(measure)).differsFromZero()) {
            warnings.add("A change of %s cannot be told from none.".formatted(what));
        }
    }
}

package town.nagar.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import town.nagar.engine.town.Measure;
import town.nagar.engine.town.StudySettings;
import town.nagar.engine.town.TownResult;
import town.nagar.engine.uncertainty.Interval;
import town.nagar.engine.uncertainty.Summary;

/** A study whose figures are known beforehand: 100 without and 100 with, or as said. */
final class KnownStudy {
    private KnownStudy() {}

    /**
     * A result.
     *
     * @param differences by measure, policy less a baseline of 100; intervals reach 1 to each side
     */
    static TownResult of(StudySettings settings, Map<Measure, Double> differences) {
        List<TownResult.Estimate> estimates =
                Arrays.stream(Measure.values())
                        .map(measure -> estimate(measure, differences.getOrDefault(measure, 0.0)))
                        .toList();
        return new TownResult("known", settings, 700, settings.mostRuns(), false, 0, estimates);
    }

    private static TownResult.Estimate estimate(Measure measure, double difference) {
        return new TownResult.Estimate(
                measure,
                summary(100),
                summary(100 + difference),
                summary(difference),
                difference,
                0.9);
    }

    private static Summary summary(double mean) {
        return new Summary(
                mean, 2, new Interval(mean - 1, mean + 1), mean, new Interval(mean - 4, mean + 4));
    }
}

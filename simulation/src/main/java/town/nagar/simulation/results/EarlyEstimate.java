package town.nagar.simulation.results;

import java.util.Locale;
import town.nagar.engine.town.Measure;

/** What the first few runs say, on one line. */
public final class EarlyEstimate {
    private EarlyEstimate() {}

    /** Such as {@code after 8 pairs: congestion -4.1 % (-6.0 to -2.2), …}. */
    public static String of(SimulationResult early) {
        return "after %d pairs: congestion %s, air quality index %s"
                .formatted(
                        early.study().runs(),
                        change(early, Measure.CONGESTION),
                        change(early, Measure.AQI));
    }

    private static String change(SimulationResult early, Measure measure) {
        Estimated change = Estimated.reductionPercent(early.study().get(measure)).times(-1);
        return String.format(
                Locale.ROOT,
                "%+.2f %% (%+.2f to %+.2f)",
                change.value(),
                change.low(),
                change.high());
    }
}

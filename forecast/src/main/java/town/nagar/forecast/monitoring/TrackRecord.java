package town.nagar.forecast.monitoring;

import java.time.Instant;
import java.util.Optional;

/** How versions did on truths that have come in. */
public interface TrackRecord {
    /** Knows nothing. */
    TrackRecord NONE = (_, _, _) -> Optional.empty();

    /**
     * How a version did on the times from an instant on.
     *
     * @return empty if no truth is known for anything it said
     */
    Optional<Window> of(String model, String version, Instant since);

    /**
     * Errors over a window of time.
     *
     * @param truths how many forecasts were compared
     * @param origins from how many different origins they came
     * @param mae mean absolute error, in the measure's unit
     * @param baselineMae the best seasonal baseline's, on the same times and places
     * @param covered80Percent of truths within the 80 % interval
     * @param covered95Percent of truths within the 95 % interval
     */
    record Window(
            long truths,
            int origins,
            double mae,
            double baselineMae,
            double covered80Percent,
            double covered95Percent) {}
}

package town.nagar.ingestion.anomalies;

import java.time.Duration;

/**
 * What counts as unusual.
 *
 * @param deviations how many standard deviations from the mean are too many
 * @param minCount how many values an hour of the week must have seen before it judges
 * @param memoryCount how many values an hour of the week remembers; older ones fade
 * @param maxBytes most memory all histories may take; those not used for longest are dropped
 * @param saveEvery how often the histories are written to disk
 */
public record AnomalySettings(
        double deviations, int minCount, int memoryCount, long maxBytes, Duration saveEvery) {
    /** Where these settings are found. */
    public static final String PREFIX = "nagar.ingestion.anomalies";

    public static final AnomalySettings DEFAULTS =
            new AnomalySettings(3, 30, 500, 96L << 20, Duration.ofMinutes(10));

    public AnomalySettings {
        if (!(deviations > 0) || minCount < 2 || memoryCount < minCount || memoryCount > 65_535) {
            throw new IllegalArgumentException(
                    ("%s: deviations %s must be above 0, min-count %d at least 2, memory-count %d"
                                    + " from min-count to 65535")
                            .formatted(PREFIX, deviations, minCount, memoryCount));
        }
    }
}

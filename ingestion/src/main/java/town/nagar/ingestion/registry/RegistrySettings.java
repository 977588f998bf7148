package town.nagar.ingestion.registry;

import java.time.Duration;

/**
 * How strangers are treated.
 *
 * @param newSensorsPerHour most sensors that one source may enter in an hour
 * @param maxSensors most sensors held
 * @param snapshotEvery how often the registry is written to disk, for a start without Kafka
 */
public record RegistrySettings(int newSensorsPerHour, int maxSensors, Duration snapshotEvery) {
    /** Where these settings are found. */
    public static final String PREFIX = "nagar.ingestion.registry";

    public static final RegistrySettings DEFAULTS =
            new RegistrySettings(1_000, 500_000, Duration.ofMinutes(2));

    public RegistrySettings {
        if (newSensorsPerHour < 0 || maxSensors < 1) {
            throw new IllegalArgumentException(
                    "%s: new-sensors-per-hour %d is below 0 or max-sensors %d below 1"
                            .formatted(PREFIX, newSensorsPerHour, maxSensors));
        }
    }
}

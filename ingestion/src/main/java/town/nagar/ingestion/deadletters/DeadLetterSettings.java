package town.nagar.ingestion.deadletters;

import java.time.Duration;

/**
 * How refused messages are kept and told about.
 *
 * @param keptFor how long the table keeps them
 * @param alertCount so many refusals of one source within {@code alertWithin} raise an alert
 * @param clearCount the alert is cleared when fewer than so many came within {@code alertWithin}
 */
public record DeadLetterSettings(
        Duration keptFor, int alertCount, int clearCount, Duration alertWithin) {
    /** Where these settings are found. */
    public static final String PREFIX = "nagar.ingestion.dead-letters";

    public static final DeadLetterSettings DEFAULTS =
            new DeadLetterSettings(Duration.ofDays(90), 20, 5, Duration.ofMinutes(10));

    public DeadLetterSettings {
        if (alertCount < 1 || clearCount > alertCount || clearCount < 1) {
            throw new IllegalArgumentException(
                    "%s: clear-count %d must be from 1 to alert-count %d"
                            .formatted(PREFIX, clearCount, alertCount));
        }
    }
}

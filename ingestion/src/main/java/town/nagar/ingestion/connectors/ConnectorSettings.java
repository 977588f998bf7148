package town.nagar.ingestion.connectors;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import town.nagar.kit.settings.Secret;

/**
 * How other systems are asked. Which ones: the file {@code connectors.yaml} in the data folder.
 *
 * @param keys {@code connector=key} joined by commas
 * @param timeout for one answer, from first to last byte
 * @param maxBytes longest answer
 * @param maxPages most pages of one round
 * @param firstPause after the first failure; doubles with each up to the connector's own interval
 */
public record ConnectorSettings(
        Secret keys, Duration timeout, int maxBytes, int maxPages, Duration firstPause) {
    /** Where these settings are found. */
    public static final String PREFIX = "nagar.ingestion.connectors";

    public static final ConnectorSettings DEFAULTS =
            new ConnectorSettings(
                    Secret.NONE, Duration.ofSeconds(30), 16_777_216, 100, Duration.ofSeconds(30));

    public ConnectorSettings {
        if (maxBytes < 1_024 || maxPages < 1 || !timeout.isPositive()) {
            throw new IllegalArgumentException(
                    "%s: max-bytes %d is below 1024, max-pages %d below 1 or timeout %s not above 0"
                            .formatted(PREFIX, maxBytes, maxPages, timeout));
        }
        keysOf(keys);
    }

    /** The key of a connector, or the empty secret. */
    Secret keyOf(String connector) {
        return keysOf(keys).getOrDefault(connector, Secret.NONE);
    }

    private static Map<String, Secret> keysOf(Secret keys) {
        return Arrays.stream(keys.value().split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(ConnectorSettings::entry)
                .collect(Collectors.toMap(entry -> entry[0], entry -> new Secret(entry[1])));
    }

    private static String[] entry(String text) {
        String[] entry = text.split("=", 2);
        if (entry.length != 2 || entry[0].isBlank()) {
            throw new IllegalArgumentException(
                    "%s.keys has an entry that is not connector=key".formatted(PREFIX));
        }
        return entry;
    }
}

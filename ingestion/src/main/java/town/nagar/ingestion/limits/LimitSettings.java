package town.nagar.ingestion.limits;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much a source may send.
 *
 * @param readingsPerSecond of a source that is not listed
 * @param burstSeconds how many seconds' worth may come at once
 * @param perSource other rates, {@code name=readings-per-second} joined by commas
 */
public record LimitSettings(int readingsPerSecond, int burstSeconds, List<String> perSource) {
    /** Where these settings are found. */
    public static final String PREFIX = "nagar.ingestion.limits";

    public static final LimitSettings DEFAULTS = new LimitSettings(20_000, 5, List.of());

    public LimitSettings {
        perSource = List.copyOf(perSource);
        if (readingsPerSecond < 1 || burstSeconds < 1) {
            throw new IllegalArgumentException(
                    "%s: readings-per-second %d and burst-seconds %d must be at least 1"
                            .formatted(PREFIX, readingsPerSecond, burstSeconds));
        }
        ratesOf(perSource);
    }

    /** The rates that are listed, by source. */
    public Map<String, Integer> rates() {
        return ratesOf(perSource);
    }

    private static Map<String, Integer> ratesOf(List<String> perSource) {
        Map<String, Integer> rates = new HashMap<>();
        for (String entry : perSource) {
            int equals = entry.lastIndexOf('=');
            if (equals < 1 || !entry.substring(equals + 1).matches("[1-9]\\d{0,8}")) {
                throw new IllegalArgumentException(
                        "%s.per-source has '%s'; allowed: name=readings-per-second"
                                .formatted(PREFIX, entry));
            }
            rates.put(entry.substring(0, equals), Integer.valueOf(entry.substring(equals + 1)));
        }
        return rates;
    }
}

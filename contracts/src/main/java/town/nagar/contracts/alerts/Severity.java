package town.nagar.contracts.alerts;

import java.util.Locale;

/** How much an alert matters, from the most. */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW;

    private final String word = name().toLowerCase(Locale.ROOT);

    public String word() {
        return word;
    }
}

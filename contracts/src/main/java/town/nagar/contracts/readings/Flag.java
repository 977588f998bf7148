package town.nagar.contracts.readings;

import java.util.Locale;

/** Something to know before trusting a reading. A flagged reading is kept. */
public enum Flag {
    /** Outside the plausible range, inside the physical one. */
    IMPLAUSIBLE,
    /** More than 3 standard deviations from this sensor's history at this hour of the week. */
    ANOMALOUS,
    /** From a sensor that nobody has confirmed. */
    UNVERIFIED,
    /** Converted from another unit; the original is in the labels. */
    CONVERTED,
    /** Made by a simulator. */
    SIMULATED,
    /** The sensor's clock was ahead of ours. */
    CLOCK_AHEAD,
    /** Sent in again from the dead letters. */
    REPLAYED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** As written in JSON and tables. */
    public String word() {
        return word;
    }

    /**
     * The flag of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Flag of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}

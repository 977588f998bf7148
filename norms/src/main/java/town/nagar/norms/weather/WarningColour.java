package town.nagar.norms.weather;

import java.util.Locale;
import town.nagar.norms.Words;

/** The colour of an IMD warning, from nothing to do to act now. */
public enum WarningColour {
    GREEN(new Words("No warning", "कोई चेतावनी नहीं", "કોઈ ચેતવણી નથી")),
    YELLOW(new Words("Watch", "नज़र रखें", "નજર રાખો")),
    ORANGE(new Words("Alert", "सतर्क रहें", "સતર્ક રહો")),
    RED(new Words("Warning", "चेतावनी", "ચેતવણી"));

    @SuppressWarnings("ImmutableEnumChecker") // a record of strings
    private final Words meaning;

    WarningColour(Words meaning) {
        this.meaning = meaning;
    }

    /**
     * The colour of a word in any case.
     *
     * @throws IllegalArgumentException if it is none of the four
     */
    public static WarningColour of(String colour) {
        return switch (colour.toLowerCase(Locale.ROOT)) {
            case "green" -> GREEN;
            case "yellow" -> YELLOW;
            case "orange" -> ORANGE;
            case "red" -> RED;
            default ->
                    throw new IllegalArgumentException(
                            "colour '" + colour + "' is none of green, yellow, orange, red");
        };
    }

    public Words meaning() {
        return meaning;
    }
}

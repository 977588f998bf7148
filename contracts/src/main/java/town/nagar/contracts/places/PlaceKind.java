package town.nagar.contracts.places;

import java.util.Locale;

/** What sort of place it is. */
public enum PlaceKind {
    ROAD,
    ZONE,
    STATION,
    FIELD,
    MANDI,
    WEATHER_STATION;

    private final String word = name().toLowerCase(Locale.ROOT);

    public String word() {
        return word;
    }

    /**
     * The kind of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static PlaceKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}

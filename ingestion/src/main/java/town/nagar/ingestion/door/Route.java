package town.nagar.ingestion.door;

import java.util.Locale;

/** How a message came. */
public enum Route {
    MQTT,
    REST,
    WEBSOCKET,
    FILE,
    CONNECTOR;

    private final String word = name().toLowerCase(Locale.ROOT);

    public String word() {
        return word;
    }

    /**
     * The route of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Route of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}

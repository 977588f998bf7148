package town.nagar.contracts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One side of the town's life; its word names a package, a topic, a job, tables and routes. */
public enum Domain {
    TRAFFIC,
    POLLUTION,
    WATER,
    AGRICULTURE,
    MARKET,
    WEATHER;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The domain's word in topics, tables and routes, such as {@code traffic}. */
    public String word() {
        return word;
    }

    /** The domain of a word, or empty if there is none. */
    public static Optional<Domain> find(String word) {
        return Arrays.stream(values()).filter(domain -> domain.word.equals(word)).findFirst();
    }

    /**
     * The domain of a word.
     *
     * @throws IllegalArgumentException if there is none; the message lists all
     */
    public static Domain of(String word) {
        return find(word)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "domain '%s' is none of %s".formatted(word, words())));
    }

    private static String words() {
        return Arrays.stream(values()).map(Domain::word).collect(Collectors.joining(", "));
    }
}

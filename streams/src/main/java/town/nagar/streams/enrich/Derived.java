package town.nagar.streams.enrich;

import java.util.Map;

/**
 * What a single reading says by the norms, beside its own values.
 *
 * @param figures numbers by column name
 * @param words words by column name
 */
public record Derived(Map<String, Double> figures, Map<String, String> words) {
    public static final Derived NONE = new Derived(Map.of(), Map.of());

    /** The figure, NaN if there is none. */
    public double figure(String name) {
        return figures.getOrDefault(name, Double.NaN);
    }

    /** The word, empty if there is none. */
    public String word(String name) {
        return words.getOrDefault(name, "");
    }
}

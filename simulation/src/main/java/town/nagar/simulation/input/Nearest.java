package town.nagar.simulation.input;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The known word that a misspelt one most resembles. */
final class Nearest {
    private static final int FEW = 12;

    private Nearest() {}

    /** Ends a message about a word that is none of the known: all of them, or the nearest. */
    static String allowed(String word, Collection<String> known) {
        List<String> all = known.stream().sorted().toList();
        String nearest =
                all.stream().min(Comparator.comparingInt(other -> apart(word, other))).orElse("");
        if (all.size() <= FEW) {
            return "allowed are %s%s".formatted(String.join(", ", all), meant(word, nearest));
        }
        return "allowed are %d, from %s to %s%s"
                .formatted(all.size(), all.getFirst(), all.getLast(), meant(word, nearest));
    }

    private static String meant(String word, String nearest) {
        return apart(word, nearest) <= Math.max(2, word.length() / 2)
                ? "; did you mean '%s'?".formatted(nearest)
                : "";
    }

    /** Levenshtein distance, upper and lower case alike. */
    private static int apart(String word, String other) {
        String a = word.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}

package town.nagar.town.serve;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import town.nagar.town.cli.UsageException;

/** A service that a process can run. */
public enum Target {
    INGESTION,
    DATA,
    FORECAST;

    /**
     * The targets of {@code all} or of a list joined by commas.
     *
     * @throws UsageException naming a word that is no target
     */
    public static Set<Target> of(String words) {
        if (words.equals("all")) {
            return EnumSet.allOf(Target.class);
        }
        return Arrays.stream(words.split(","))
                .map(Target::one)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Target.class)));
    }

    private static Target one(String word) {
        return Arrays.stream(values())
                .filter(target -> target.word().equals(word.strip()))
                .findFirst()
                .orElseThrow(() ->
                        new UsageException(
                                "--target has '%s'; allowed: all, or a list of %s"
                                        .formatted(word, words())));
    }

    private static List<String> words() {
        return Arrays.stream(values()).map(Target::word).toList();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package town.nagar.checks.validation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One part of the page.
 *
 * @param source where its published answers come from
 * @param plot a picture of some of them
 */
record Chapter(String title, String source, List<Comparison> comparisons, Optional<Plot> plot) {
    Chapter {
        comparisons = List.copyOf(comparisons);
    }

    static Chapter of(String title, String source, List<Comparison> comparisons) {
        return new Chapter(title, source, comparisons, Optional.empty());
    }

    long disagreeing() {
        return comparisons.stream().filter(comparison -> !comparison.agrees()).count();
    }

    String text() {
        return """
        ## %s

        %s

        %s| | published | ours | allowed | agrees |
        |---|---|---|---|---|
        %s
        """
                .formatted(
                        title,
                        source,
                        plot.map(drawn ->
                                        "![%s](images/%s)\n\n"
                                                .formatted(drawn.title(), drawn.file()))
                                .orElse(""),
                        comparisons.stream()
                                .map(Comparison::row)
                                .collect(Collectors.joining("\n")));
    }
}

package town.nagar.sample.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import town.nagar.contracts.places.Names;

/** The words of {@code words.csv}, by kind, and how names are put together from them. */
public final class Words {
    private static final Map<String, List<Names>> BY_KIND = read();

    private Words() {}

    /**
     * All words of a kind, in the order of the file.
     *
     * @throws IllegalArgumentException if there is no such kind
     */
    public static List<Names> list(String kind) {
        List<Names> words = BY_KIND.get(kind);
        if (words == null) {
            throw new IllegalArgumentException(
                    "kind '%s' is none of %s".formatted(kind, BY_KIND.keySet()));
        }
        return words;
    }

    /** The first word of a kind. */
    public static Names word(String kind) {
        return list(kind).getFirst();
    }

    /** The names one after the other, with blanks between them. */
    public static Names join(Names... parts) {
        return new Names(
                joined(Names::en, parts), joined(Names::hi, parts), joined(Names::gu, parts));
    }

    /** Two parts as one word. */
    public static Names fuse(Names first, Names last) {
        return new Names(first.en() + last.en(), first.hi() + last.hi(), first.gu() + last.gu());
    }

    /** The name with a number behind it. */
    public static Names numbered(Names names, int number) {
        return join(names, Names.untranslated(Integer.toString(number)));
    }

    private static String joined(Function<Names, String> language, Names... parts) {
        return Stream.of(parts).map(language).collect(Collectors.joining(" "));
    }

    private static Map<String, List<Names>> read() {
        Map<String, List<Names>> words = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream("words.csv"));
                var reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines()
                    .skip(1)
                    .map(line -> line.split(",", 4))
                    .forEach(cells -> add(cells, words));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static void add(String[] cells, Map<String, List<Names>> words) {
        words.computeIfAbsent(cells[0], _ -> new ArrayList<>())
                .add(new Names(cells[1], cells[2], cells[3]));
    }
}

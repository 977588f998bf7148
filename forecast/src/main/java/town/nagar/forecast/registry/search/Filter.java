package town.nagar.forecast.registry.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import town.nagar.kit.http.ApiException;

/**
 * Reads MLflow's filters: comparisons joined by AND, such as {@code name = 'pm25' AND tags.`town`
 * LIKE 'A%' AND metrics.rmse < 3}.
 */
final class Filter {
    private static final Pattern WORD =
            Pattern.compile(
                    "\\s*(?:(?<field>[A-Za-z_]+(?:\\.(?:`[^`]*`|\"[^\"]*\"|[A-Za-z0-9_./-]+))?)"
                            + "|(?<sign><=|>=|!=|<>|=|<|>)"
                            + "|(?<text>'(?:[^']|'')*'|\"[^\"]*\")"
                            + "|(?<number>[-+]?[0-9.]+(?:[eE][-+]?\\d+)?)"
                            + "|(?<mark>[(),]))");
    private static final Set<String> COMPARATORS =
            Set.of("=", "!=", "<>", "<", "<=", ">", ">=", "LIKE", "ILIKE", "IN");

    private final String filter;
    private final Matcher matcher;
    private int at;

    private Filter(String filter) {
        this.filter = filter;
        this.matcher = WORD.matcher(filter);
    }

    /**
     * The conditions of a filter, none if it is blank.
     *
     * @throws ApiException 400 if it cannot be read
     */
    static List<Condition> parse(String filter) {
        return new Filter(filter.strip()).conditions();
    }

    private List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        while (at < filter.length()) {
            if (!conditions.isEmpty() && !next("field").equalsIgnoreCase("AND")) {
                throw wrong();
            }
            conditions.add(condition());
        }
        return conditions;
    }

    private Condition condition() {
        Field field = Field.parse(next("field"));
        String comparator = comparator();
        List<String> values = comparator.endsWith("IN") ? list() : List.of(value());
        return new Condition(field.subject(), field.key(), comparator, values);
    }

    private String comparator() {
        String word = next("sign", "field").toUpperCase(Locale.ROOT);
        if (word.equals("NOT")) {
            return "NOT " + only(next("field").toUpperCase(Locale.ROOT), Set.of("IN"));
        }
        return only(word, COMPARATORS);
    }

    private String only(String word, Set<String> allowed) {
        if (!allowed.contains(word)) {
            throw wrong();
        }
        return word;
    }

    private List<String> list() {
        only(next("mark"), Set.of("("));
        List<String> values = new ArrayList<>(List.of(value()));
        String mark = next("mark");
        while (mark.equals(",")) {
            values.add(value());
            mark = next("mark");
        }
        only(mark, Set.of(")"));
        return values;
    }

    private String value() {
        String word = next("text", "number");
        boolean quoted = word.startsWith("'") || word.startsWith("\"");
        return quoted ? word.substring(1, word.length() - 1).replace("''", "'") : word;
    }

    /** The next word, if it is of one of these kinds. */
    private String next(String... kinds) {
        if (!matcher.find(at) || matcher.start() != at) {
            throw wrong();
        }
        at = matcher.end();
        for (String kind : kinds) {
            String word = matcher.group(kind);
            if (word != null) {
                return word;
            }
        }
        throw wrong();
    }

    private ApiException wrong() {
        return ApiException.invalidParameter(
                "filter",
                filter,
                "comparisons such as name = 'x' AND tags.a LIKE 'b%', readable from character "
                        + at);
    }
}

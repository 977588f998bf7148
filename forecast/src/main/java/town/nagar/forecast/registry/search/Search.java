package town.nagar.forecast.registry.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import town.nagar.kit.http.ApiException;

/**
 * A question for a page of rows.
 *
 * @param filter blank for all
 * @param orderBy such as {@code name DESC}
 * @param pageToken of the page before; blank for the first page
 */
public record Search(String filter, List<String> orderBy, int maxResults, String pageToken) {
    public Search {
        orderBy = List.copyOf(orderBy);
    }

    /** The end of a query, after its {@code WHERE}; it asks for one row more than the page has. */
    public record Clause(String text, List<Object> values) {
        public Clause {
            values = List.copyOf(values);
        }
    }

    /**
     * The end of the query that answers this.
     *
     * @param also a condition of ours that holds too
     * @throws ApiException 400 if filter, order or token cannot be used on what is searched
     */
    public Clause clause(Searched searched, String also, List<?> alsoValues) {
        List<Object> values = new ArrayList<>(alsoValues);
        StringBuilder text = new StringBuilder(also);
        for (Condition condition : Filter.parse(filter)) {
            text.append(" AND ");
            append(condition, searched, text, values);
        }
        text.append(" ORDER BY ");
        for (String order : orderBy) {
            appendOrder(order.strip(), searched, text, values);
            text.append(", ");
        }
        text.append(searched.tiebreak()).append(" LIMIT ? OFFSET ?");
        values.add(maxResults + 1);
        values.add(offset());
        return new Clause(text.toString(), values);
    }

    private static void append(
            Condition condition, Searched searched, StringBuilder text, List<Object> values) {
        Field field = new Field(condition.subject(), condition.key());
        boolean number = isNumber(field, searched);
        if (number && condition.comparator().endsWith("LIKE")) {
            throw ApiException.invalidParameter("filter", field.key(), "text before LIKE");
        }
        text.append(expression(field, searched, values));
        text.append(' ').append(condition.comparator()).append(' ');
        if (condition.comparator().endsWith("IN")) {
            text.append(
                    condition.values().stream()
                            .map(_ -> "?")
                            .collect(Collectors.joining(", ", "(", ")")));
        } else {
            text.append('?');
        }
        for (String value : condition.values()) {
            values.add(number ? number(condition.key(), value) : value);
        }
    }

    private static void appendOrder(
            String order, Searched searched, StringBuilder text, List<Object> values) {
        int blank = order.lastIndexOf(' ');
        String last = order.substring(blank + 1).toUpperCase(Locale.ROOT);
        boolean directed = blank > 0 && (last.equals("ASC") || last.equals("DESC"));
        Field field = Field.parse(directed ? order.substring(0, blank).strip() : order);
        text.append(expression(field, searched, values));
        text.append(directed && last.equals("DESC") ? " DESC NULLS LAST" : " ASC NULLS LAST");
    }

    private static boolean isNumber(Field field, Searched searched) {
        return field.subject() == Subject.METRIC
                || (field.subject() == Subject.ATTRIBUTE
                        && searched.numeric().contains(field.key()));
    }

    private static String expression(Field field, Searched searched, List<Object> values) {
        if (field.subject() == Subject.ATTRIBUTE) {
            return Optional.ofNullable(searched.attributes().get(field.key()))
                    .orElseThrow(() ->
                            ApiException.invalidParameter(
                                    "filter",
                                    field.key(),
                                    new TreeSet<>(searched.attributes().keySet())));
        }
        String subquery =
                Optional.ofNullable(searched.nested().get(field.subject()))
                        .orElseThrow(() ->
                                ApiException.invalidParameter(
                                        "filter",
                                        field.subject().name().toLowerCase(Locale.ROOT),
                                        "of what is searched"));
        values.add(field.key());
        return "(" + subquery + ")";
    }

    private static Double number(String key, String value) {
        try {
            return Double.valueOf(value);
        } catch (NumberFormatException e) {
            throw ApiException.invalidParameter(
                    "filter", key + " " + value, "compared with a number");
        }
    }

    /**
     * How many rows the pages before hold.
     *
     * @throws ApiException 400 if the token is none of ours
     */
    public int offset() {
        if (pageToken.isBlank()) {
            return 0;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(pageToken);
            return Math.max(0, Integer.parseInt(new String(bytes, StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException e) {
            throw ApiException.invalidParameter("page_token", pageToken, "of the page before");
        }
    }

    /** Cuts the rows that the clause gave to the page, with the token of the next. */
    public <T> Page<T> page(List<T> rows) {
        if (rows.size() <= maxResults) {
            return new Page<>(rows, "");
        }
        byte[] next = Integer.toString(offset() + maxResults).getBytes(StandardCharsets.US_ASCII);
        return new Page<>(
                Collections.unmodifiableList(rows.subList(0, maxResults)),
                Base64.getUrlEncoder().withoutPadding().encodeToString(next));
    }

    /**
     * A page of rows.
     *
     * @param next token of the next page; empty on the last
     */
    public record Page<T>(List<T> rows, String next) {
        public Page {
            rows = List.copyOf(rows);
        }
    }
}

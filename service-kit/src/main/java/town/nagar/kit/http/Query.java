package town.nagar.kit.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The query parameters of a request, read by name, each with its rule. */
public final class Query {
    private static final String NO_TEXT = "percent-encoded UTF-8 without control characters";
    private static final char UNREADABLE = '\ufffd';

    private final HttpServletRequest request;

    private Query(HttpServletRequest request) {
        this.request = request;
    }

    /**
     * The parameters of a request that may have these and no others.
     *
     * @throws ApiException 400 naming a parameter that is not allowed, that is given twice, or
     *     whose value is no text
     */
    public static Query of(HttpServletRequest request, String... allowed) {
        List<String> names = List.of(allowed);
        parameters(request)
                .forEach((name, values) -> {
                    if (!names.contains(name)) {
                        throw ApiException.invalidParameter(name, values[0], new TreeSet<>(names));
                    }
                    if (values.length > 1) {
                        throw ApiException.invalidParameter(
                                name, String.join(", ", values), "given once");
                    }
                    if (values[0]
                            .chars()
                            .anyMatch(c -> Character.isISOControl(c) || c == UNREADABLE)) {
                        throw ApiException.invalidParameter(name, "", NO_TEXT);
                    }
                });
        return new Query(request);
    }

    private static Map<String, String[]> parameters(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException e) { // the server's word for a wrong percent-encoding
            throw ApiException.invalidParameter("query", "", NO_TEXT);
        }
    }

    /** The value, or empty if it was not given or given empty. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(value -> !value.isBlank());
    }

    /**
     * The value.
     *
     * @throws ApiException 400 if it was not given
     */
    public String get(String name, String rule) {
        return find(name).orElseThrow(() -> ApiException.invalidParameter(name, "", rule));
    }

    /**
     * One of some words.
     *
     * @throws ApiException 400 if it is none of them
     */
    public String choice(String name, List<String> allowed, String otherwise) {
        String value = find(name).orElse(otherwise);
        if (!allowed.contains(value)) {
            throw ApiException.invalidParameter(name, value, allowed);
        }
        return value;
    }

    /**
     * A whole number.
     *
     * @throws ApiException 400 if it is none or outside
     */
    public int integer(String name, int otherwise, int min, int max) {
        String rule = "a whole number from %d to %d".formatted(min, max);
        return find(name)
                .map(text -> {
                    int value = parse(name, text, rule);
                    if (value < min || value > max) {
                        throw ApiException.invalidParameter(name, text, rule);
                    }
                    return value;
                })
                .orElse(otherwise);
    }

    private static int parse(String name, String text, String rule) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw ApiException.invalidParameter(name, text, rule);
        }
    }

    /**
     * A number.
     *
     * @throws ApiException 400 if it is none or outside
     */
    public Optional<Double> number(String name, double min, double max) {
        String rule = "a number from %s to %s".formatted(min, max);
        return find(name)
                .map(text -> {
                    try {
                        double value = Double.parseDouble(text);
                        if (value >= min && value <= max) {
                            return value;
                        }
                    } catch (NumberFormatException e) {
                        // refused below, like a number outside
                    }
                    throw ApiException.invalidParameter(name, text, rule);
                });
    }

    /**
     * A time with its offset, such as 2026-02-06T00:00:00Z.
     *
     * @throws ApiException 400 if it is none
     */
    public Optional<Instant> instant(String name) {
        return find(name)
                .map(text -> {
                    try {
                        return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
                    } catch (DateTimeParseException e) {
                        throw ApiException.invalidParameter(
                                name, text, "a time such as 2026-02-06T00:00:00Z");
                    }
                });
    }
}

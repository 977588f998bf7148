package town.nagar.forecast.serving;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import town.nagar.kit.http.ApiException;

/** The fields of a question's JSON object, read by name, each with its rule. */
final class Ask {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int LONGEST = 200;

    private final String inside;
    private final Map<?, ?> fields;

    private Ask(String inside, Map<?, ?> fields) {
        this.inside = inside;
        this.fields = fields;
    }

    /**
     * The fields of an object that may have these and no others.
     *
     * @throws ApiException 400 naming the first that it may not have
     */
    static Ask of(Map<?, ?> body, String... allowed) {
        return new Ask("", body).only(allowed);
    }

    private Ask only(String... allowed) {
        List<String> names = Arrays.asList(allowed);
        fields.forEach((name, value) -> {
            if (!names.contains(String.valueOf(name))) {
                throw ApiException.invalidParameter(
                        inside + name, shown(value), new TreeSet<>(names));
            }
        });
        return this;
    }

    private static Object shown(Object value) {
        return value instanceof Number || value instanceof Boolean ? value : text(value);
    }

    private static String text(Object value) {
        String text = String.valueOf(value);
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private Optional<Object> value(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    private ApiException wrong(String name, String rule) {
        Object given = value(name).map(Ask::shown).orElse("");
        return ApiException.invalidParameter(inside + name, given, rule);
    }

    /**
     * A word that has to be there.
     *
     * @throws ApiException 400 if it is not, or no word
     */
    String word(String name, String rule) {
        return find(name, rule).orElseThrow(() -> wrong(name, rule));
    }

    /** A word that may be there. */
    Optional<String> find(String name, String rule) {
        return value(name)
                .map(value -> {
                    if (value instanceof String text
                            && !text.isBlank()
                            && text.length() <= LONGEST
                            && text.chars().noneMatch(Character::isISOControl)) {
                        return text;
                    }
                    throw wrong(name, rule);
                });
    }

    /** One of some words. */
    String choice(String name, java.util.Collection<String> allowed) {
        Object given = value(name).orElse("");
        if (given instanceof String text && allowed.contains(text)) {
            return text;
        }
        throw ApiException.invalidParameter(inside + name, shown(given), allowed);
    }

    boolean flag(String name, boolean otherwise) {
        return value(name)
                .map(value -> {
                    if (value instanceof Boolean flag) {
                        return flag;
                    }
                    throw wrong(name, "true or false");
                })
                .orElse(otherwise);
    }

    /** An object that has to be there. */
    Ask object(String name, String... allowed) {
        if (value(name).orElse("") instanceof Map<?, ?> map) {
            return new Ask(inside + name + ".", map).only(allowed);
        }
        throw wrong(name, "an object");
    }

    /** Different words of some, in their order; all of them if there is no such field. */
    List<String> choices(String name, List<String> allowed) {
        if (value(name).isEmpty()) {
            return allowed;
        }
        if (value(name).get() instanceof List<?> list
                && !list.isEmpty()
                && allowed.containsAll(list)) {
            return allowed.stream().filter(list::contains).toList();
        }
        throw ApiException.invalidParameter(inside + name, text(value(name).get()), allowed);
    }

    /** Checks a place's coordinates, latitude first, if they are given. */
    void checkCoordinates(String name) {
        value(name)
                .ifPresent(value -> {
                    if (!(value instanceof List<?> pair)
                            || pair.size() != 2
                            || !(pair.get(0) instanceof Number lat)
                            || !(pair.get(1) instanceof Number lon)) {
                        throw wrong(name, "[lat, lon]");
                    }
                    if (isLongitude(lat.doubleValue()) && isLatitude(lon.doubleValue())) {
                        throw new ApiException(
                                400,
                                "COORDINATES_SWAPPED",
                                "%s has the longitude first; it is [lat, lon]"
                                        .formatted(inside + name),
                                Map.of("parameter", inside + name, "provided", text(value)),
                                Map.of());
                    }
                });
    }

    private static boolean isLatitude(double degrees) {
        return degrees >= 6 && degrees <= 38;
    }

    private static boolean isLongitude(double degrees) {
        return degrees >= 68 && degrees <= 98;
    }

    /** The caller's own id of the request, if it is safe to repeat. */
    Optional<String> requestId() {
        return find("request_id", "letters, digits, dot, dash or underscore, 64 at most")
                .filter(id -> SAFE.matcher(id).matches());
    }
}

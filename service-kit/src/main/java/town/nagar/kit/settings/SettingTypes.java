package town.nagar.kit.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which types a setting can have, and how each is written. */
final class SettingTypes {
    private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m|h|d)");

    private record Type(String written, Function<String, Object> parse) {}

    private static final Map<Class<?>, Type> TYPES =
            Map.of(
                    String.class, new Type("text", text -> text),
                    Secret.class, new Type("text", Secret::new),
                    int.class, new Type("a whole number", Integer::valueOf),
                    long.class, new Type("a whole number", Long::valueOf),
                    double.class, new Type("a number", Double::valueOf),
                    boolean.class, new Type("true or false", SettingTypes::bool),
                    Duration.class,
                            new Type(
                                    "a duration such as 500ms, 30s, 5m, 2h, 7d",
                                    SettingTypes::duration),
                    Path.class, new Type("a path", Path::of),
                    URI.class, new Type("a URL", URI::create),
                    List.class, new Type("words joined by commas", SettingTypes::words));

    private SettingTypes() {}

    static Object parse(String key, String text, Class<?> type) {
        if (type.isEnum()) {
            return constant(key, text, type);
        }
        Type known = TYPES.get(type);
        if (known == null) {
            throw new IllegalStateException("setting %s has type %s".formatted(key, type));
        }
        try {
            return known.parse().apply(text.strip());
        } catch (IllegalArgumentException e) {
            throw refused(key, type == Secret.class ? "***" : text, known.written());
        }
    }

    private static Object constant(String key, String text, Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.toString().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> refused(key, text, Arrays.toString(type.getEnumConstants())));
    }

    private static SettingsException refused(String key, String text, String allowed) {
        return new SettingsException(
                "setting %s is '%s'; allowed: %s".formatted(key, text, allowed));
    }

    private static Object bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Object duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static Object words(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(w -> !w.isEmpty()).toList();
    }
}

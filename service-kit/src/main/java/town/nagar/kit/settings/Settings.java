package town.nagar.kit.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Settings by key, such as {@code nagar.water.alert-above-litres}, bound to records of each
 * service.
 *
 * <p>An environment variable {@code NAGAR_WATER_ALERT_ABOVE_LITRES} sets the same key: dots, dashes
 * and case do not tell keys apart.
 */
public final class Settings {
    private static final String PREFIX = "nagar.";

    private final Map<String, Given> given = new TreeMap<>();
    private final ConcurrentSkipListSet<String> known = new ConcurrentSkipListSet<>();

    private final ConcurrentSkipListSet<String> left = new ConcurrentSkipListSet<>();

    private record Given(String key, String value) {}

    private Settings() {}

    /** Settings from several places; of one key the last place counts. */
    @SafeVarargs
    public static Settings of(Map<String, String>... places) {
        Settings settings = new Settings();
        for (Map<String, String> place : places) {
            place.forEach(settings::give);
        }
        return settings;
    }

    /**
     * The keys and values of a properties file, none if there is no such file.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static Map<String, String> file(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Map<String, String> map = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> map.put(key, properties.getProperty(key)));
        return map;
    }

    private void give(String key, String value) {
        String dotted = key.toLowerCase(Locale.ROOT).replace('_', '.');
        if (dotted.startsWith(PREFIX)) {
            given.put(folded(key), new Given(key, value));
        }
    }

    private static String folded(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[._-]", "");
    }

    /** The value of a key, or empty if it is not set or set to nothing. */
    public Optional<String> find(String key) {
        known.add(key);
        return Optional.ofNullable(given.get(folded(key)))
                .map(Given::value)
                .filter(value -> !value.isBlank());
    }

    public String get(String key, String otherwise) {
        return find(key).orElse(otherwise);
    }

    /**
     * The defaults, with each component replaced whose key {@code prefix.component-name} is set.
     *
     * @throws SettingsException if a value is not of the component's type
     */
    public <T extends Record> T bind(String prefix, T defaults) {
        @SuppressWarnings("unchecked") // a record's class is its own
        Class<T> type = (Class<T>) defaults.getClass();
        RecordComponent[] components = type.getRecordComponents();
        Object[] values =
                Arrays.stream(components)
                        .map(component -> value(prefix, component, defaults))
                        .toArray();
        return make(type, components, values);
    }

    private Object value(String prefix, RecordComponent component, Record defaults) {
        String key = prefix + "." + dashed(component.getName());
        return find(key)
                .map(text -> SettingTypes.parse(key, text, component.getType()))
                .orElseGet(() -> read(component, defaults));
    }

    static String dashed(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static Object read(RecordComponent component, Record defaults) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(defaults);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private static <T extends Record> T make(
            Class<T> type, RecordComponent[] components, Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw new SettingsException(
                    type.getSimpleName()
                            + ": "
                            + Optional.ofNullable(e.getCause()).orElse(e).getMessage());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type, e);
        }
    }

    /** Declares that another process reads all keys that begin so. */
    public void leave(String... prefixes) {
        for (String prefix : prefixes) {
            left.add(folded(prefix));
        }
    }

    private boolean isLeft(String foldedKey) {
        return left.stream().anyMatch(foldedKey::startsWith);
    }

    /**
     * Call after all records are bound.
     *
     * @throws SettingsException if a key is set that nobody reads; names the nearest that is read
     */
    public void refuseUnknown() {
        List<String> folded = known.stream().map(Settings::folded).toList();
        given.entrySet().stream()
                .filter(entry -> !folded.contains(entry.getKey()) && !isLeft(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .ifPresent(entry -> {
                    throw new SettingsException(
                            "setting '%s' is not known%s"
                                    .formatted(entry.key(), nearest(entry.key())));
                });
    }

    private String nearest(String key) {
        return known.stream()
                .min(Comparator.comparingInt(other -> distance(folded(key), folded(other))))
                .map("; did you mean '%s'?"::formatted)
                .orElse("");
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
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

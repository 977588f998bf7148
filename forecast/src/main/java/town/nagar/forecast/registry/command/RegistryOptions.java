package town.nagar.forecast.registry.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The options of a command, each given once. */
public final class RegistryOptions {
    static final String JSON = "--json";

    private final Map<String, String> given = new HashMap<>();

    private RegistryOptions() {}

    /**
     * Reads arguments.
     *
     * @param valued options that take a value; {@code --json} takes none
     * @param needed those of them that must be given
     * @throws IllegalArgumentException saying what is wrong
     */
    public static RegistryOptions of(List<String> args, Set<String> valued, Set<String> needed) {
        RegistryOptions options = new RegistryOptions();
        for (int i = 0; i < args.size(); i++) {
            String name = args.get(i);
            if (name.equals(JSON)) {
                options.given.put(JSON, "");
            } else if (!valued.contains(name)) {
                throw new IllegalArgumentException(
                        "'%s' is not known; options: %s %s"
                                .formatted(name, String.join(" ", new TreeSet<>(valued)), JSON));
            } else if (i + 1 == args.size() || args.get(i + 1).startsWith("--")) {
                throw new IllegalArgumentException(name + " needs a value");
            } else if (options.given.put(name, args.get(++i)) != null) {
                throw new IllegalArgumentException(name + " is given twice");
            }
        }
        for (String name : new TreeSet<>(needed)) {
            if (options.find(name).isEmpty()) {
                throw new IllegalArgumentException(name + " is missing");
            }
        }
        return options;
    }

    /** An option, if it is given and not blank. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(given.get(name)).filter(value -> !value.isBlank());
    }

    /** An option that is known to be given. */
    public String get(String name) {
        return find(name).orElseThrow();
    }

    /** Whether JSON is wanted. */
    public boolean json() {
        return given.containsKey(JSON);
    }
}

package town.nagar.town.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Options such as {@code --port 8080} or {@code --no-demo}, each given at most once. */
public final class Options {
    private final Map<String, String> given = new HashMap<>();

    private Options() {}

    /**
     * Reads options.
     *
     * @param valued those that take a value, without dashes
     * @param flags those that take none
     * @throws UsageException naming an option that is unknown, repeated or lacks its value
     */
    public static Options of(List<String> args, Set<String> valued, Set<String> flags) {
        Options options = new Options();
        Deque<String> rest = new ArrayDeque<>(args);
        while (!rest.isEmpty()) {
            options.take(rest.pop(), rest, valued, flags);
        }
        return options;
    }

    private void take(String word, Deque<String> rest, Set<String> valued, Set<String> flags) {
        int equals = word.indexOf('=');
        String name = (equals < 0 ? word : word.substring(0, equals)).replaceFirst("^--", "");
        if (!word.startsWith("--") || !(valued.contains(name) || flags.contains(name))) {
            throw new UsageException(
                    "'%s' is not known; options: %s".formatted(word, listed(valued, flags)));
        }
        if (equals >= 0) {
            rest.push(word.substring(equals + 1));
        }
        String value = valued.contains(name) ? value(name, rest) : "true";
        if (given.put(name, value) != null) {
            throw new UsageException("--%s is given twice".formatted(name));
        }
    }

    private static String value(String name, Deque<String> rest) {
        if (rest.isEmpty() || rest.peek().startsWith("--")) {
            throw new UsageException("--%s needs a value".formatted(name));
        }
        return rest.pop();
    }

    private static String listed(Set<String> valued, Set<String> flags) {
        List<String> all =
                java.util.stream.Stream.concat(
                                valued.stream().map(name -> "--" + name + " VALUE"),
                                flags.stream().map(name -> "--" + name))
                        .sorted()
                        .toList();
        return all.isEmpty() ? "none" : String.join(", ", all);
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(given.get(name));
    }

    public boolean has(String name) {
        return given.containsKey(name);
    }

    /**
     * A whole number.
     *
     * @throws UsageException if it is none or outside
     */
    public int integer(String name, int otherwise, int min, int max) {
        return find(name).map(text -> parse(name, text, min, max)).orElse(otherwise);
    }

    private static int parse(String name, String text, int min, int max) {
        try {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // refused below, like a number outside
        }
        throw new UsageException(
                "--%s is '%s'; allowed: a whole number from %d to %d"
                        .formatted(name, text, min, max));
    }
}

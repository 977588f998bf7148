package town.nagar.engine.uncertainty.sensitivity;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The arguments of {@link SensitivityCommand}, checked when they are parsed. */
final class SensitivityOptions {
    private static final List<String> WITH_VALUE =
            List.of("--case", "--sample", "--results", "--threads");
    private static final List<String> ALONE = List.of("--json", "--help");
    private static final int MOST_THREADS = 256;

    private final Map<String, String> given;
    private final int threads;

    private SensitivityOptions(Map<String, String> given) {
        this.given = given;
        this.threads = threads(given.getOrDefault("--threads", "1"));
    }

    /**
     * The options in a command line.
     *
     * @throws IllegalArgumentException naming the argument, its value and what is allowed
     */
    static SensitivityOptions parse(String[] args) {
        var given = new TreeMap<String, String>();
        for (int index = 0; index < args.length; index++) {
            String name = args[index];
            boolean takesValue = WITH_VALUE.contains(name);
            if (!takesValue && !ALONE.contains(name)) {
                throw new IllegalArgumentException("unknown argument '%s'".formatted(name));
            }
            if (takesValue && (index + 1 == args.length || args[index + 1].startsWith("--"))) {
                throw new IllegalArgumentException("%s needs a value".formatted(name));
            }
            if (given.put(name, takesValue ? args[++index] : "") != null) {
                throw new IllegalArgumentException("%s is given twice".formatted(name));
            }
        }
        return new SensitivityOptions(given);
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    /** Threads, 1 to 256. */
    int threads() {
        return threads;
    }

    /**
     * The case file, which must be named.
     *
     * @throws IllegalArgumentException if it is not
     */
    Path requireCase() {
        return findFile("--case")
                .orElseThrow(() -> new IllegalArgumentException("--case is missing"));
    }

    /** A file that may be named. */
    Optional<Path> findFile(String name) {
        try {
            return Optional.ofNullable(given.get(name)).map(Path::of);
        } catch (InvalidPathException wrong) {
            throw new IllegalArgumentException(
                    "%s is '%s', which is no file name".formatted(name, given.get(name)), wrong);
        }
    }

    private static int threads(String value) {
        if (!value.matches("[0-9]{1,3}")
                || Integer.parseInt(value) < 1
                || Integer.parseInt(value) > MOST_THREADS) {
            throw new IllegalArgumentException(
                    "--threads is '%s'; allowed are 1 to %d".formatted(value, MOST_THREADS));
        }
        return Integer.parseInt(value);
    }
}

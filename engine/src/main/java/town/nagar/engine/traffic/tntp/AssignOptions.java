package town.nagar.engine.traffic.tntp;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import town.nagar.engine.traffic.GeneralisedCost;
import town.nagar.engine.traffic.Principle;

/** The arguments of {@link AssignCommand}, checked when they are parsed. */
final class AssignOptions {
    private static final List<String> WITH_VALUE =
            List.of(
                    "--network",
                    "--trips",
                    "--gap",
                    "--toll-factor",
                    "--distance-factor",
                    "--flows");
    private static final List<String> ALONE = List.of("--system-optimum", "--json", "--help");

    private final Map<String, String> given;
    private final double gap;
    private final GeneralisedCost minded;

    private AssignOptions(Map<String, String> given) {
        this.given = given;
        this.gap = number("--gap", 1e-6);
        this.minded =
                new GeneralisedCost(number("--toll-factor", 0), number("--distance-factor", 0));
        if (!(gap > 0 && gap < 1)) {
            throw new IllegalArgumentException(
                    "--gap is %s; allowed are numbers between 0 and 1".formatted(gap));
        }
    }

    /**
     * The options in a command line.
     *
     * @throws IllegalArgumentException naming the argument, its value and what is allowed
     */
    static AssignOptions parse(String[] args) {
        var given = new TreeMap<String, String>();
        for (int index = 0; index < args.length; index++) {
            String name = args[index];
            boolean takesValue = WITH_VALUE.contains(name);
            if (!takesValue && !ALONE.contains(name)) {
                throw new IllegalArgumentException("unknown argument '%s'".formatted(name));
            }
            if (takesValue && index + 1 == args.length) {
                throw new IllegalArgumentException("%s needs a value".formatted(name));
            }
            if (given.put(name, takesValue ? args[++index] : "") != null) {
                throw new IllegalArgumentException("%s is given twice".formatted(name));
            }
        }
        return new AssignOptions(given);
    }

    /** Whether a flag or an option is there. */
    boolean has(String name) {
        return given.containsKey(name);
    }

    Principle principle() {
        return has("--system-optimum") ? Principle.SYSTEM_OPTIMUM : Principle.USER_EQUILIBRIUM;
    }

    double gap() {
        return gap;
    }

    GeneralisedCost minded() {
        return minded;
    }

    /**
     * A file that must be named.
     *
     * @throws IllegalArgumentException if it is not
     */
    Path file(String name) {
        return findFile(name)
                .orElseThrow(() -> new IllegalArgumentException("%s is missing".formatted(name)));
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

    private double number(String name, double unless) {
        String value = given.get(name);
        if (value == null) {
            return unless;
        }
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(
                    "%s is '%s'; allowed are numbers".formatted(name, value), wrong);
        }
    }
}

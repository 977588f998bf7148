package town.nagar.simulation;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import town.nagar.simulation.input.InputException;
import town.nagar.simulation.scenario.RunOrder;
import town.nagar.simulation.scenario.Scenario;

/** What stands behind {@code simulate} on the command line. */
final class SimulateArguments {
    private static final int MOST_THREADS = 1024;
    private static final Set<String> VALUED =
            Set.of("--scenario", "--town", "--runs", "--seed", "--threads");

    private final Map<String, String> given = new HashMap<>();
    private boolean json;

    private SimulateArguments() {}

    /**
     * Reads arguments.
     *
     * @throws InputException naming the argument, its value and what is allowed
     */
    static SimulateArguments parse(List<String> args) {
        var arguments = new SimulateArguments();
        for (int at = 0; at < args.size(); at++) {
            String word = args.get(at);
            if (word.equals("--json")) {
                arguments.json = true;
            } else if (!VALUED.contains(word)) {
                throw wrong(
                        "'%s' is not known; allowed are --scenario FILE, --town FOLDER, --runs N, --seed S, --threads T, --json"
                                .formatted(word));
            } else {
                arguments.put(word, args, ++at);
            }
        }
        arguments.path("--town");
        arguments.number("--runs", 2, RunOrder.MOST_RUNS);
        arguments.number("--seed", 0, RunOrder.MOST_SEED);
        arguments.threads(1);
        return arguments;
    }

    private void put(String word, List<String> args, int at) {
        if (at == args.size() || args.get(at).startsWith("--")) {
            throw wrong("%s needs a value".formatted(word));
        }
        if (given.put(word, args.get(at)) != null) {
            throw wrong("%s is given twice".formatted(word));
        }
    }

    Path scenario() {
        return path("--scenario").orElseThrow(() -> wrong("--scenario FILE is missing"));
    }

    Optional<Path> town() {
        return path("--town");
    }

    boolean json() {
        return json;
    }

    int threads(int usual) {
        return number("--threads", 1, MOST_THREADS).map(Long::intValue).orElse(usual);
    }

    /** The scenario with what the command line says otherwise. */
    Scenario overruled(Scenario scenario) {
        RunOrder order = scenario.order();
        Optional<Long> runs = number("--runs", 2, RunOrder.MOST_RUNS);
        Optional<Long> seed = number("--seed", 0, RunOrder.MOST_SEED);
        RunOrder asOften = runs.map(n -> order.withRuns(n.intValue())).orElse(order);
        return scenario.withOrder(seed.map(asOften::withSeed).orElse(asOften));
    }

    private Optional<Path> path(String name) {
        try {
            return Optional.ofNullable(given.get(name)).map(Path::of);
        } catch (InvalidPathException e) {
            throw wrong("%s is '%s', which is no file name".formatted(name, given.get(name)));
        }
    }

    private Optional<Long> number(String name, long least, long most) {
        return Optional.ofNullable(given.get(name)).map(text -> number(name, text, least, most));
    }

    private static long number(String name, String text, long least, long most) {
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException _) {
            // refused below, like a number outside
        }
        throw wrong(
                "%s is '%s'; allowed are whole numbers from %d to %d"
                        .formatted(name, text, least, most));
    }

    private static InputException wrong(String what) {
        return new InputException(List.of(what));
    }
}

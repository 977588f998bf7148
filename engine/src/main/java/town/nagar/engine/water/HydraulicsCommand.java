package town.nagar.engine.water;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import town.nagar.engine.water.inp.InpReader;
import town.nagar.engine.water.network.Network;

/** Solves a network file from the command line. */
public final class HydraulicsCommand {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;

    private static final String HELP =
            """
            usage: hydraulics --inp FILE --out FOLDER [--json]

            Solves an EPANET network file over its whole duration and writes, in the file's own units,
              FOLDER/nodes.csv  time_s,node,head,pressure,demand
              FOLDER/links.csv  time_s,link,flow,velocity,headloss,status (0 closed, 1 open, 2 active)

              --inp FILE    the network
              --out FOLDER  where the results go; made if it is not there
              --json        tell the outcome as one JSON object
              --help        this text

            Exit status: 0 solved, 1 the results could not be written, 2 bad arguments or a bad file.
            """;

    private HydraulicsCommand() {}

    private record Arguments(Path inp, Path out, boolean json) {}

    /**
     * Runs the command.
     *
     * @return 0 if all went well, 1 if the work failed, 2 if the arguments or the file cannot be
     *     used
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        if (List.of(args).contains("--help")) {
            out.print(HELP);
            return DONE;
        }
        try {
            return solve(parse(args), out, err);
        } catch (UsageException e) {
            err.println(e.getMessage());
            err.print(HELP);
            return BAD_INPUT;
        }
    }

    private static final class UsageException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private UsageException(String message) {
            super(message);
        }
    }

    private static Arguments parse(String[] args) {
        Optional<Path> inp = Optional.empty();
        Optional<Path> folder = Optional.empty();
        boolean json = false;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--inp" -> inp = Optional.of(path(args, ++i, "--inp"));
                case "--out" -> folder = Optional.of(path(args, ++i, "--out"));
                case "--json" -> json = true;
                default ->
                        throw new UsageException(
                                "%s: --inp, --out, --json or --help is allowed".formatted(args[i]));
            }
        }
        return new Arguments(
                inp.orElseThrow(() -> new UsageException("--inp FILE is missing")),
                folder.orElseThrow(() -> new UsageException("--out FOLDER is missing")),
                json);
    }

    private static Path path(String[] args, int index, String name) {
        if (index >= args.length || args[index].startsWith("--")) {
            throw new UsageException(name + " needs a value");
        }
        return Path.of(args[index]);
    }

    private static int solve(Arguments arguments, PrintStream out, PrintStream err) {
        try {
            if (!Files.isRegularFile(arguments.inp())) {
                err.println("%s: there is no such file".formatted(arguments.inp()));
                return BAD_INPUT;
            }
            Network network = InpReader.read(arguments.inp());
            HydraulicResults results = HydraulicRun.simulate(network);
            new ResultFiles(results).writeTo(arguments.out());
            out.println(arguments.json() ? json(results) : text(results, arguments.out()));
            return DONE;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return BAD_INPUT;
        } catch (IOException e) {
            err.println("%s: %s".formatted(e.getClass().getSimpleName(), e.getMessage()));
            return FAILED;
        }
    }

    private static List<String> sentences(HydraulicResults results) {
        var units = results.network().units();
        return results.diagnoses().stream().map(d -> d.sentence(units)).toList();
    }

    private static String text(HydraulicResults results, Path folder) {
        StringBuilder text = new StringBuilder();
        Network network = results.network();
        text.append(
                "%d nodes, %d links, %d report times, %d solutions in %d Newton steps%n"
                        .formatted(
                                network.nodes().size(),
                                network.links().size(),
                                results.count(),
                                results.solutions(),
                                results.iterations()));
        sentences(results).forEach(s -> text.append("warning: ").append(s).append('\n'));
        network.notes().forEach(n -> text.append("note: ").append(n).append('\n'));
        return text.append("written to ").append(folder).toString();
    }

    private static String json(HydraulicResults results) {
        Network network = results.network();
        return """
        {"nodes":%d,"links":%d,"report_times":%d,"solutions":%d,"iterations":%d,\
        "flow_unit":"%s","pressure_unit":"%s","balanced":%b,"warnings":%s,"notes":%s}\
        """
                .formatted(
                        network.nodes().size(),
                        network.links().size(),
                        results.count(),
                        results.solutions(),
                        results.iterations(),
                        network.units().flow(),
                        network.units().pressure(),
                        results.diagnoses().stream()
                                .noneMatch(Diagnosis.Unbalanced.class::isInstance),
                        array(sentences(results)),
                        array(network.notes()));
    }

    private static String array(List<String> texts) {
        return texts.stream()
                .map(HydraulicsCommand::quoted)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}

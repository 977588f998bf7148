package town.nagar.checks.bench;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code nagar bench NAME [options]}. */
public final class Bench {
    private static final String HELP =
            """
            ./nagar bench NAME [options]
              start                                 seconds to the first fresh value, memory
              ingest [--minutes 10] [--rate N] [--sensors 1000]
                                                    readings a second from MQTT to PostgreSQL
              delay [--rate 3500] [--samples 200]   milliseconds from sensor to API under load
              overload [--minutes 2]                more than it can take
              history [--sensors 5000]              a week of one series among 50 million rows
              recovery                              each process killed under load
              scenario [--runs 1000] [--days 30] [--threads N] [--tenfold-runs 20]
                                                    a policy against its baseline in a whole town
              assignment [--data DIR]               traffic: exactness and CPU time, with TNTP files
              hydraulics [--data DIR]               water: heads and milliseconds, with .inp files
              agents                                agent-steps a second
              predict [--url URL]                   predictions over HTTP, of a trained town\
            """;

    /** A benchmark, ready to run. */
    private interface Work {
        void run() throws Exception;
    }

    private Bench() {}

    /** Runs a benchmark and keeps what it found in docs/benchmarks.md. */
    public static void main(String[] args) throws Exception {
        List<String> words = Arrays.asList(args);
        if (words.isEmpty() || words.contains("--help")) {
            System.out.println(HELP);
            System.exit(words.isEmpty() ? 2 : 0);
        }
        System.exit(run(words));
    }

    /** The words as anyone can repeat them: whose folder it was is nobody's concern. */
    private static String withoutFolders(List<String> words) {
        return String.join(" ", words).replaceAll("--data \\S+", "--data DIR");
    }

    private static int run(List<String> words) throws Exception {
        InstantSource clock = InstantSource.system();
        String command = "./nagar bench " + withoutFolders(words);
        Report report = new Report(words.getFirst(), command, System.out, clock);
        Arguments arguments = new Arguments(words.subList(1, words.size()));
        Optional<Work> work = find(words.getFirst(), report, clock, arguments);
        if (work.isEmpty()) {
            System.err.printf("nagar bench: '%s' is not known%n%s%n", words.getFirst(), HELP);
            return 2;
        }
        double before = FixedWork.medianMilliseconds();
        work.get().run();
        report.figure(
                "machine: fixed work, before / after, ms",
                "%.0f / %.0f".formatted(before, FixedWork.medianMilliseconds()),
                "");
        report.keep(Path.of(System.getProperty("nagar.home", "."), "docs", "benchmarks.md"));
        return 0;
    }

    private static Optional<Work> find(
            String name, Report report, InstantSource clock, Arguments arguments) {
        return switch (name) {
            case "start" -> Optional.of(new StartBench(report, clock, arguments)::run);
            case "ingest" -> Optional.of(new IngestBench(report, clock, arguments)::run);
            case "overload" -> Optional.of(new OverloadBench(report, clock, arguments)::run);
            case "delay" -> Optional.of(new DelayBench(report, clock, arguments)::run);
            case "history" -> Optional.of(new HistoryBench(report, clock, arguments)::run);
            case "scenario" -> Optional.of(new ScenarioBench(report, arguments)::run);
            case "recovery" -> Optional.of(new RecoveryBench(report, clock, arguments)::run);
            case "assignment" -> Optional.of(new AssignmentBench(report, arguments)::run);
            case "hydraulics" -> Optional.of(new HydraulicsBench(report, arguments)::run);
            case "predict" -> Optional.of(new PredictBench(report, arguments)::run);
            case "agents" -> Optional.of(new AgentsBench(report)::run);
            default -> Optional.empty();
        };
    }
}

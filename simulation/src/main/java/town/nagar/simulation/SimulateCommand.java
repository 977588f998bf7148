package town.nagar.simulation;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import town.nagar.engine.town.Progress;
import town.nagar.engine.town.TownStudy;
import town.nagar.simulation.input.InputException;
import town.nagar.simulation.results.EarlyEstimate;
import town.nagar.simulation.results.ResultJson;
import town.nagar.simulation.results.ResultText;
import town.nagar.simulation.results.SimulationResult;
import town.nagar.simulation.scenario.Scenario;
import town.nagar.simulation.scenario.ScenarioReader;

/** {@code simulate}: answers a scenario file from many runs of a town, without a server. */
public final class SimulateCommand {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;

    private static final ZoneId IST = ZoneId.of("Asia/Kolkata");
    private static final long MOST_FILE_BYTES = 4_000_000;

    /** An early estimate is made where it costs little beside the whole. */
    private static final int EARLY_RUNS = 8;

    private static final int EARLY_FROM_RUNS = 80;

    private static final String HELP =
            """
            usage: simulate --scenario FILE [--town FOLDER] [--runs N] [--seed S] [--threads T] [--json]

            Runs a town with and without what the scenario changes, in pairs on the same chance, and tells
            the difference with its interval.

              --scenario FILE  what is asked, as JSON: docs/scenarios/README.md, examples beside it
              --town FOLDER    made by 'town generate' or 'town import'; else a sample town of 50,000
              --runs N         most pairs of runs, 2 to 100000; else as the file says
              --seed S         of all chance, from 0; else as the file says
              --threads T      1 to 1024, else one a processor; figures do not depend on it
              --json           one JSON object, of the form of GET /simulate/results/ID
              --help           this text

            Progress is shown where the standard error is a terminal. Exit status: 0 answered, 1 the
            simulation failed, 2 the file or an argument cannot be used; all problems are named.
            """;

    private final TownSource towns;
    private final Study study;
    private final InstantSource clock;
    private final Machine machine;
    private final PrintStream out;
    private final PrintStream err;

    SimulateCommand(
            TownSource towns,
            Study study,
            InstantSource clock,
            Machine machine,
            PrintStream out,
            PrintStream err) {
        this.towns = towns;
        this.study = study;
        this.clock = clock;
        this.machine = machine;
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the command.
     *
     * @return 0 answered, 1 the simulation failed, 2 bad arguments or a bad file
     */
    public static int run(
            List<String> args,
            TownSource towns,
            InstantSource clock,
            Machine machine,
            PrintStream out,
            PrintStream err) {
        return new SimulateCommand(towns, TownStudy::run, clock, machine, out, err).run(args);
    }

    int run(List<String> args) {
        if (args.contains("--help")) {
            out.print(HELP);
            return DONE;
        }
        try {
            answer(SimulateArguments.parse(args));
            return DONE;
        } catch (InputException e) {
            err.println(e.getMessage());
            return BAD_INPUT;
        } catch (IOException
                | UncheckedIOException
                | IllegalArgumentException
                | IllegalStateException e) {
            err.println("the simulation failed: " + e.getMessage());
            return FAILED;
        }
    }

    private void answer(SimulateArguments arguments) throws IOException {
        String file = arguments.scenario().toString();
        String text = text(arguments.scenario());
        var town =
                new TownOnce(
                        arguments
                                .town()
                                .<TownOnce.Making>map(folder -> () -> towns.read(folder))
                                .orElse(towns::sample));
        int threads = arguments.threads(machine.processors());
        LocalDate today = LocalDate.ofInstant(clock.instant(), IST);
        Scenario asked =
                ScenarioReader.read(
                        file,
                        text,
                        () -> town.get().plan(),
                        Memory.mostAgents(machine, threads),
                        today);
        SimulationResult result = simulate(arguments.overruled(asked), town.get(), threads);
        out.println(arguments.json() ? ResultJson.of(result) : ResultText.of(result));
    }

    private SimulationResult simulate(Scenario scenario, PlannedTown town, int threads) {
        var simulation = new Simulation(study, clock);
        if (!machine.terminal()) {
            return simulation.run(scenario, town, threads, Progress.NONE);
        }
        if (scenario.order().runs() >= EARLY_FROM_RUNS) {
            Scenario early = scenario.withOrder(scenario.order().withRuns(EARLY_RUNS));
            err.println(EarlyEstimate.of(simulation.run(early, town, threads, Progress.NONE)));
        }
        var line = new ProgressLine(err, clock);
        SimulationResult result = simulation.run(scenario, town, threads, line);
        line.end();
        return result;
    }

    private static String text(Path file) throws IOException {
        try {
            if (Files.size(file) > MOST_FILE_BYTES) {
                throw wrong("%s is larger than %d bytes".formatted(file, MOST_FILE_BYTES));
            }
            return Files.readString(file);
        } catch (NoSuchFileException _) {
            throw wrong("%s does not exist".formatted(file));
        } catch (CharacterCodingException _) {
            throw wrong("%s is not UTF-8 text".formatted(file));
        } catch (IOException e) {
            throw wrong("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    private static InputException wrong(String what) {
        return new InputException(List.of(what));
    }
}

package town.nagar.forecast.training;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import town.nagar.contracts.Domain;
import town.nagar.forecast.artifact.ModelFolder;
import town.nagar.forecast.backtest.Ending;
import town.nagar.forecast.backtest.GivenOptions;
import town.nagar.forecast.model.Forecaster;
import town.nagar.forecast.model.Models;
import town.nagar.forecast.series.Covariates;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.SeriesFile;

/** The command {@code forecast train}: makes a model of a file of series. */
public final class TrainCommand {
    private static final int DONE = 0;
    private static final int BAD_ARGUMENTS = 2;
    private static final int THREADS = 2;
    private static final Set<String> VALUED =
            Set.of(
                    "domain",
                    "series",
                    "covariates",
                    "horizon",
                    "model",
                    "models",
                    "out",
                    "seed",
                    "name",
                    "trials");

    private static final String HELP =
            """
            Makes a model of the series of a file, judged by walking forward in five folds.

              forecast train --domain D --series F.csv [--covariates F.csv] --horizon 24h
                    [--model M] [--models M,M] [--trials N] [--name NAME] --out DIR [--seed N]
                    [--json]

              --domain D       traffic, pollution, water, agriculture, market or weather
              --series F       time,series,value; plain or .gz; the column series may be left out
              --covariates F   time[,series],name...; a value after an origin counts as foreseen
              --horizon H      15min, 24h, 7d, 1mo or 1y: how far ahead it will be asked
              --model M        ensemble (usual): all models mixed, by weights from their errors in
                               earlier folds; or one of those below, or a baseline
              --models M,M     what is tried and mixed besides the baselines: smooth, ridge, gbm and
                               ridge-gbm, for years drift and forest (usual); prophet, xgb-document,
                               forest, and for steps within a day lstm and arnet, which take minutes
              --trials N       settings of the boosted trees that are tried first (0), by TPE; bad ones
                               are stopped after a fold. DIR.trials.csv keeps them: a training that
                               was broken off goes on. The folds' scores are then a little too good.
              --name NAME      of the model (the domain's word)
              --out DIR        is made: model.json, model.bin, intervals.bin, SHA256SUMS
              --seed N         of all chance (1); the same seed and file give the same bytes
              --json           one JSON object instead of a table

            A fold's models know nothing from a horizon before its first origin on. Its intervals
            come from the folds before it but the first, in which a mix has no weights
            yet; so the first two are not judged for coverage.
            Exit status: 0 done, 1 the work failed, 2 bad arguments.
            """;

    private TrainCommand() {}

    /**
     * Runs the command.
     *
     * @param terminal whether each step is told on {@code err}
     * @return 0 done, 1 the work failed, 2 bad arguments
     */
    public static int run(List<String> args, boolean terminal, PrintStream out, PrintStream err) {
        if (args.contains("--help")) {
            out.print(HELP);
            return DONE;
        }
        GivenOptions options;
        try {
            options = GivenOptions.of(args, VALUED);
            Domain.of(options.need("domain"));
            for (String needed : List.of("series", "horizon", "out")) {
                options.need(needed);
            }
            options.seed();
            options.whole("trials", 0);
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage() + "; see forecast train --help");
            return BAD_ARGUMENTS;
        }
        return Ending.of(() -> answer(options, terminal, out, err), err);
    }

    private static int answer(
            GivenOptions options, boolean terminal, PrintStream out, PrintStream err)
            throws IOException {
        Path folder = Path.of(options.need("out"));
        if (Files.exists(folder)) {
            err.println("--out is '%s', which exists; allowed: a new folder".formatted(folder));
            return BAD_ARGUMENTS;
        }
        SeriesFile file = SeriesFile.read(Path.of(options.need("series")));
        List<String> names = names(file.panel());
        String kept = options.find("model").orElse(Models.ENSEMBLE);
        if (!names.contains(kept)) {
            err.println(
                    "--model is '%s'; allowed at a step of %s: %s"
                            .formatted(
                                    kept,
                                    file.panel().grid().step().words(),
                                    String.join(", ", names)));
            return BAD_ARGUMENTS;
        }
        List<String> tried;
        try {
            tried =
                    Models.named(file.panel().grid().step(), options.list("models")).stream()
                            .map(Forecaster::name)
                            .toList();
        } catch (IllegalArgumentException wrong) {
            err.println("--models: " + wrong.getMessage());
            return BAD_ARGUMENTS;
        }
        int horizon = options.steps("horizon", file.panel().grid().step());
        Consumer<String> progress = step -> tell(step, terminal, err);
        Training training =
                tuned(training(options, file.panel(), horizon, kept, tried), options, progress);
        try (Trained trained = new Trainer(THREADS, progress).train(training)) {
            ModelFolder.write(trained.model(), folder);
            TrainReport report = new TrainReport(trained, folder);
            out.println(options.isJson() ? report.json() : report.text());
        }
        return DONE;
    }

    private static Training tuned(
            Training training, GivenOptions options, Consumer<String> progress) throws IOException {
        int trials = (int) options.whole("trials", 0);
        Path file = Path.of(options.need("out") + ".trials.csv");
        return trials == 0 ? training : new Tuning(training, progress).best(trials, file);
    }

    private static void tell(String step, boolean terminal, PrintStream err) {
        if (terminal) {
            synchronized (err) {
                err.println(step);
            }
        }
    }

    private static List<String> names(Panel panel) {
        List<String> names = new ArrayList<>();
        Models.all(panel.grid().step()).stream().map(Forecaster::name).forEach(names::add);
        names.add(Models.ENSEMBLE);
        return names;
    }

    private static List<String> mixed(List<String> tried) {
        List<String> names = new ArrayList<>(tried);
        names.add(Models.ENSEMBLE);
        return names;
    }

    private static Training training(
            GivenOptions options, Panel known, int horizon, String kept, List<String> tried)
            throws IOException {
        Domain domain = Domain.of(options.need("domain"));
        Panel panel = known.reaching(known.length() + horizon);
        Covariates covariates =
                options.find("covariates").isPresent()
                        ? Covariates.read(Path.of(options.need("covariates")), panel)
                        : Covariates.none();
        return new Training(
                options.find("name").orElse(domain.word()),
                domain,
                panel,
                covariates,
                known.length(),
                horizon,
                kept.equals(Models.ENSEMBLE) ? mixed(tried) : List.of(kept),
                kept,
                Training.taste(domain, panel),
                options.seed());
    }
}

package town.nagar.forecast.backtest;

import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import town.nagar.forecast.model.Models;
import town.nagar.forecast.series.Covariates;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.SeriesFile;

/** The command {@code forecast backtest}: how good forecasts of a file would have been. */
public final class BacktestCommand {
    private static final int DONE = 0;
    private static final int BAD_ARGUMENTS = 2;

    private static final String HELP =
            """
            Forecasts the series of a file as if made at past times, and scores them.

              forecast backtest --domain D --series F.csv [--covariates F.csv]
                    (--origins T1,T2 | --from T --until T [--every 24h]) --horizon 24h
                    [--model M] [--models M,M] [--cost-over N] [--cost-under N]
                    --out F.csv [--json]

              --domain D       traffic, pollution, water, agriculture, market or weather
              --series F       time,series,value; plain or .gz; the column series may be left out
              --covariates F   time[,series],name...: weather and the like; a column holiday too.
                               A value after an origin counts as known at the origin: give none
                               that was not foreseeable.
              --origins T,T    when forecasts are made; each knows the rows before it, not its own
              --from --until   origins from one to another, both included; --every 24h, 7d, 1y
              --horizon H      15min, 24h, 7d, 1mo or 1y. 24h of hourly rows are 24 forecasts, the
                               first for the origin's own time
              --model M        auto: all models mixed, by weights from their errors before each
                               month; all: every one; or one by name:
                               last yesterday last-week week-mean week-median mean-3
                               smooth ridge gbm ridge-gbm ensemble, for years also drift
              --models M,M     what is mixed besides the baselines, instead of the usual models. Some
                               take minutes to learn, and then do so two or three times in all:
                               lstm arnet (for steps within a day), prophet, forest, xgb-document
              --cost-over N    what a unit forecast too much costs (1), and
              --cost-under N   one too little (1): models are then also told by cost
              --out F          origin,time,series,value,lower,upper,model; the bounds are of 95 %
              --seed N         of all chance (1)
              --json           one JSON object instead of a table
              --help           this text

            Times are local: 2022-07-25 13:00, 2022-07-25T13:00:00, 2022-07-25 or 2022. Rows of the
            same time count as their mean, blanks and absent times as missing; the step is found.
            Models are fitted at the first origin and then about monthly, on what came before.
            Exit status: 0 done, 1 the work failed, 2 bad arguments.
            """;

    private BacktestCommand() {}

    /**
     * Runs the command.
     *
     * @param terminal whether a progress bar is drawn on {@code err}
     * @return 0 done, 1 the work failed, 2 bad arguments
     */
    public static int run(List<String> args, boolean terminal, PrintStream out, PrintStream err) {
        if (args.contains("--help")) {
            out.print(HELP);
            return DONE;
        }
        BacktestOptions options;
        try {
            options = BacktestOptions.of(args);
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage() + "; see forecast backtest --help");
            return BAD_ARGUMENTS;
        }
        return Ending.of(() -> answer(options, new Progress(err, terminal), out, err), err);
    }

    private static int answer(
            BacktestOptions options, Progress progress, PrintStream out, PrintStream err)
            throws IOException {
        SeriesFile file = SeriesFile.read(options.series());
        int horizon = options.horizon(file.panel().grid().step());
        if (!Task.names(file.panel()).contains(options.model())) {
            err.println(
                    "--model is '%s'; allowed at a step of %s: %s"
                            .formatted(
                                    options.model(),
                                    file.panel().grid().step().words(),
                                    String.join(", ", Task.names(file.panel()))));
            return BAD_ARGUMENTS;
        }
        try {
            Models.named(file.panel().grid().step(), options.models());
        } catch (IllegalArgumentException wrong) {
            err.println("--models: " + wrong.getMessage());
            return BAD_ARGUMENTS;
        }
        List<Integer> origins = indices(file.panel(), options.origins());
        int last = origins.stream().mapToInt(i -> i).max().orElseThrow();
        Panel panel = file.panel().reaching(last + horizon);
        Covariates covariates =
                options.covariates().isPresent()
                        ? Covariates.read(options.covariates().get(), panel)
                        : Covariates.none();
        var task =
                new Task(
                        options.domain(),
                        panel,
                        covariates,
                        origins,
                        horizon,
                        options.model(),
                        options.models(),
                        List.of(),
                        options.seed());
        long started = System.nanoTime();
        Outcome outcome = task.run(progress);
        double seconds = (System.nanoTime() - started) / 1e9;
        ForecastFile.write(options.out(), outcome, file.style());
        var report = new Report(options, file, outcome, seconds);
        out.println(options.json() ? report.json() : report.text());
        return DONE;
    }

    private static List<Integer> indices(Panel panel, List<LocalDateTime> origins) {
        List<Integer> indices = new ArrayList<>();
        for (LocalDateTime origin : origins) {
            int index = panel.grid().indexAtOrAfter(origin);
            if (index < 1 || index > panel.length() + 10_000) {
                throw new IllegalArgumentException(
                        "origin %s is outside the series; allowed: after %s"
                                .formatted(origin, panel.grid().at(0)));
            }
            indices.add(index);
        }
        return indices;
    }
}

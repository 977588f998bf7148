package town.nagar.forecast.quality;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import town.nagar.forecast.backtest.Ending;
import town.nagar.forecast.backtest.Outcome;
import town.nagar.forecast.backtest.Progress;

/**
 * The command {@code forecast quality}: forecasts of published data beside baselines, as a page.
 */
public final class QualityCommand {
    private static final String HELP =
            """
            Walks through published data and writes how good the forecasts were.

              forecast quality --data DIR --out FILE.md [--tasks T,T] [--series DIR]

              --data DIR     the published files: traffic/, air/, water/, market/, agriculture/
              --out FILE     the page; written anew after each task
              --tasks T,T    some of crops, prices, cities, traffic, traffic-2h, kolkata, water,
                             beijing (all)
              --series DIR   where the series and covariates made of the files are kept, for
                             forecast backtest (a temporary folder)
              --help         this text

            Exit status: 0 done, 1 the work failed, 2 bad arguments.
            """;

    private QualityCommand() {}

    /**
     * Runs the command.
     *
     * @param terminal whether a progress bar is drawn on {@code err}
     * @return 0 done, 1 the work failed, 2 bad arguments
     */
    public static int run(List<String> args, boolean terminal, PrintStream out, PrintStream err) {
        if (args.contains("--help")) {
            out.print(HELP);
            return 0;
        }
        Map<String, String> given;
        try {
            given = given(args);
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage() + "; see forecast quality --help");
            return 2;
        }
        return Ending.of(() -> write(given, terminal, out, err), err);
    }

    private static Map<String, String> given(List<String> args) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < args.size(); i += 2) {
            String name = args.get(i);
            if (!List.of("--data", "--out", "--tasks", "--series").contains(name)) {
                throw new IllegalArgumentException("'%s' is not known".formatted(name));
            }
            if (i + 1 == args.size()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            given.put(name, args.get(i + 1));
        }
        if (!given.containsKey("--data") || !given.containsKey("--out")) {
            throw new IllegalArgumentException("--data and --out are needed");
        }
        keys(given);
        return given;
    }

    private static List<String> keys(Map<String, String> given) {
        String asked = given.getOrDefault("--tasks", String.join(",", QualityTasks.keys()));
        List<String> keys = List.of(asked.split(",", -1));
        for (String key : keys) {
            if (!QualityTasks.keys().contains(key)) {
                throw new IllegalArgumentException(
                        "task '%s' is not known; allowed: %s".formatted(key, QualityTasks.keys()));
            }
        }
        return keys;
    }

    private static int write(
            Map<String, String> given, boolean terminal, PrintStream out, PrintStream err)
            throws IOException {
        Path raw = Path.of(given.getOrDefault("--data", ""));
        Path into =
                given.containsKey("--series")
                        ? Files.createDirectories(Path.of(given.getOrDefault("--series", "")))
                        : Files.createTempDirectory("nagar-series");
        Path page = Path.of(given.getOrDefault("--out", ""));
        QualityTasks tasks = QualityTasks.in(raw, into);
        List<Finding> findings = new ArrayList<>();
        List<Competition> competition = new ArrayList<>();
        for (String key : keys(given)) {
            long started = System.nanoTime();
            List<QualityTask> asked = tasks.of(key);
            Outcome outcome = Quality.walk(asked.getFirst(), new Progress(err, terminal, key));
            asked.forEach(task -> findings.add(Quality.find(task, outcome)));
            if (key.equals(QualityTasks.WATER)) {
                competition.addAll(Competition.teams(raw));
                competition.add(Competition.ours(outcome));
            }
            Files.writeString(page, QualityPage.of(findings, competition));
            double seconds = (System.nanoTime() - started) / 1e9;
            out.printf("%-12s %6.0f s  %s%n", key, seconds, findings.getLast().verdict());
        }
        return 0;
    }
}

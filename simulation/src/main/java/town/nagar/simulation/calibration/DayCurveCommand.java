package town.nagar.simulation.calibration;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Fits a weekday's curve to hourly counts from the command line. */
public final class DayCurveCommand {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int BAD_ARGUMENTS = 2;

    private static final String HELP =
            """
            usage: calibrate day-curve --counts FILE [options]

            Fits night level, morning, midday and evening of weekdays to hourly counts (CSV, also .gz), holds
            the last weeks out, and prints values, 95 % intervals, errors and the share of each hour.

              --counts FILE          the counts
              --time-column NAME     local hours (default: date_time)
              --count-column NAME    vehicles an hour (default: traffic_volume)
              --held-out SHARE       of the weeks, at the end (default: 0.25)
              --resamples N          for the intervals, 20 to 10000 (default: 200)
              --seed N               of the resamples (default: 1)

            Exit status: 0 done, 1 the file cannot be read, 2 bad arguments or bad data.
            """;

    private DayCurveCommand() {}

    /**
     * Runs the command.
     *
     * @return 0 if all went well, 1 if the file cannot be read, 2 if arguments or data are bad
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        if (List.of(args).contains("--help")) {
            out.print(HELP);
            return DONE;
        }
        try {
            fit(options(args), out);
            return DONE;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return BAD_ARGUMENTS;
        } catch (IOException e) {
            err.println("cannot read the counts: " + e.getMessage());
            return FAILED;
        }
    }

    private static Map<String, String> options(String[] args) {
        Map<String, String> options = new TreeMap<>();
        options.put("--time-column", "date_time");
        options.put("--count-column", "traffic_volume");
        options.put("--held-out", "0.25");
        options.put("--resamples", "200");
        options.put("--seed", "1");
        options.put("--counts", "");
        for (int at = 0; at < args.length; at += 2) {
            if (!options.containsKey(args[at]) || at + 1 == args.length) {
                throw new IllegalArgumentException(
                        "'%s' is no option with a value; allowed are %s"
                                .formatted(args[at], options.keySet()));
            }
            options.put(args[at], args[at + 1]);
        }
        if (text(options, "--counts").isEmpty()) {
            throw new IllegalArgumentException("--counts FILE is missing");
        }
        return options;
    }

    private static String text(Map<String, String> options, String name) {
        return options.getOrDefault(name, "");
    }

    private static double number(Map<String, String> options, String name) {
        try {
            return Double.parseDouble(text(options, name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "%s %s; allowed are numbers".formatted(name, text(options, name)), e);
        }
    }

    private static void fit(Map<String, String> options, PrintStream out) throws IOException {
        HourlyCounts counts =
                HourlyCounts.of(
                        CountsFile.read(
                                Path.of(text(options, "--counts")),
                                text(options, "--time-column"),
                                text(options, "--count-column")));
        CalibrationReport report =
                Calibration.fit(
                        DayCurve.parameters(counts.most()),
                        counts,
                        number(options, "--held-out"),
                        (int) number(options, "--resamples"),
                        (long) number(options, "--seed"));
        out.print(report.text());
        out.println(
                "share of each hour: "
                        + DayCurve.shares(report.values()).stream()
                                .map(share -> String.format(Locale.ROOT, "%.4f", share))
                                .collect(Collectors.joining(" ")));
    }
}

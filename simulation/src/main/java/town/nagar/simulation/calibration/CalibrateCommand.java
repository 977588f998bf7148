package town.nagar.simulation.calibration;

import java.io.PrintStream;
import java.util.List;
import town.nagar.engine.cases.CaseCommand;

/** The command {@code engine calibrate}: a weekday's curve fitted to hourly counts. */
public final class CalibrateCommand {
    private static final String HELP =
            """
            A weekday's traffic by hour, fitted to counts: a level at night and a morning, a midday and an
            evening hump. The last weeks are held out; intervals come from weeks drawn anew.

              engine calibrate --case FILE.json [--json]

            FILE is one case, or an object of named cases. A case has
              counts_file    CSV with a header, also .gz; a path from where the command is run
              time_column    of local hours such as 2026-11-30 09:00 (date_time)
              count_column   of vehicles an hour, from 0 (traffic_volume)
            or, instead of a file,
              first_hour     such as "2026-11-30 00:00"
              counts         vehicles of that hour and those that follow, [120, 80, ...]
            and
              held_out_share of the weeks, at the end, 0.01 to 0.9 (0.25)
              resamples      for the intervals, 20 to 10000 (200)
              seed           of the resamples, from 0 (1)
            Fields for readers alone: source, note. Saturdays and Sundays are left out; eight weeks or more
            have to be left.

            Answers each parameter's value and 95 % interval (and whether it ended at its bound), the root
            mean square errors fitted to, held out and before the fit, and share_of_each_hour. Exit
            status: 0 done, 1 the work failed, 2 bad arguments.
            """;

    private CalibrateCommand() {}

    /**
     * Runs the command.
     *
     * @param args see {@code --help}
     * @return 0 done, 1 the work failed, 2 bad arguments
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return new CaseCommand("engine calibrate", HELP, List.of(new DayCurveCase()))
                .run(args, out, err);
    }
}

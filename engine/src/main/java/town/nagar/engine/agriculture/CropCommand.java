package town.nagar.engine.agriculture;

import java.io.PrintStream;
import java.util.List;
import town.nagar.engine.cases.CaseCommand;

/** The command {@code engine crop}: yields, seasons and allotments of the cases of a file. */
public final class CropCommand {
    private static final String HELP =
            """
            What crops yield of the water they get, and which fields get it.

              engine crop --case FILE.json [--json]

            FILE is one case, or an object of named cases. A case is one of
            a yield response, 1 - Ya/Ym = Ky (1 - ETa/ETm):
              Ky            0 to 5
              ETa/ETm       0 to 1, or ETa_mm and ETm_mm
              crop          name, for readers (none)
              expect        Ya/Ym, met within 0.1 %% (none)
              or many at once: "cases": [[crop, Ky, ETa/ETm, Ya/Ym], ...]
            a season of one field:
              crop          %s
              et0_mm        mm a day: one number, or a list from the day of sowing
              rain_mm       mm a day that do not run off: one number or a list (0)
              field_capacity, wilting_point  volume shares (0.30, 0.15)
              depletion_at_sowing  how empty the soil is, 0 full to 1 dry (0)
              irrigation_mm most water that is given in the season (0)
              turn_mm       water of one turn (60)
            an allotment of water:
              allotment_m3  what there is
              fields        [{"worth_per_m3": .., "need_m3": ..}, ...]
            Fields for readers alone: source, note, formula, columns.

            Answers Ya/Ym; or crop, season, sowing, days, ETm_mm, ETa_mm, drained_mm, irrigated_mm,
            stressed_days and Ya/Ym; or given_m3 and left_m3. Exit status: 0 done, 1 an expectation was
            not met, 2 bad arguments or a bad file.
            """
                    .formatted(
                            String.join(
                                    ",\n                ",
                                    CropCalendar.list().stream().map(Crop::name).toList()));

    private CropCommand() {}

    /**
     * Runs the command.
     *
     * @param args see {@code --help}
     * @return 0 done, 1 an expectation was not met, 2 bad arguments or a bad file
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return new CaseCommand("engine crop", HELP, List.of(CropCase.values())).run(args, out, err);
    }
}

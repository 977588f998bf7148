package town.nagar.engine.agriculture;

import java.io.PrintStream;
import java.util.List;
import town.nagar.engine.cases.Answer;
import town.nagar.engine.cases.CaseCommand;
import town.nagar.engine.cases.CaseKind;
import town.nagar.engine.cases.CaseObject;

/** The command {@code engine evapotranspiration}: ET0 of the cases of a file. */
public final class EvapotranspirationCommand {
    private static final String HELP =
            """
            Reference evapotranspiration by FAO-56 Penman-Monteith.

              engine evapotranspiration --case FILE.json [--json]

            FILE is one case, or an object of named cases; a case is an object with these fields, or
            with an object "in" of them
              lat      latitude, degrees north
              z        altitude, m
              J        day of the year, 1 to 366
              Tmax     highest temperature, C
              Tmin     lowest temperature, C
              ea       vapour pressure, kPa
              u2       wind at 2 m, m/s
              n_h      hours of sunshine, or
              Rs       solar radiation, MJ/m2 day
              Tmonth, Tprev  means of this month and the last, C, for the heat that soil takes (none)
            and may give an object "expect" of Ra, Rn and ET0_mm_d, met within 0.1 %.
            Fields for readers alone: source, note.

            Answers Ra, Rs, Rn, G in MJ/m2 day and ET0_mm_d. Exit status: 0 done, 1 an expectation was
            not met, 2 bad arguments or a bad file.
            """;

    private EvapotranspirationCommand() {}

    /**
     * Runs the command.
     *
     * @param args see {@code --help}
     * @return 0 done, 1 an expectation was not met, 2 bad arguments or a bad file
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return new CaseCommand("engine evapotranspiration", HELP, List.of(new Lawn()))
                .run(args, out, err);
    }

    private static final class Lawn implements CaseKind {
        @Override
        public List<String> marks() {
            return List.of("in", "Tmax");
        }

        @Override
        public Answer solve(CaseObject question) {
            boolean wrapped = question.has("in");
            CaseObject day = wrapped ? question.object("in") : question;
            Answer answer = evaporate(day);
            if (question.has("expect")) {
                compare(answer, evaporation(day), question.object("expect"));
            }
            question.refuseUnknown();
            day.refuseUnknown();
            return answer;
        }

        private record Evaporation(
                double above, double solar, double net, double soilHeat, double millimetres) {}

        private static Answer evaporate(CaseObject day) {
            Evaporation found = evaporation(day);
            return new Answer()
                    .number("Ra", found.above())
                    .number("Rs", found.solar())
                    .number("Rn", found.net())
                    .number("G", found.soilHeat())
                    .number("ET0_mm_d", found.millimetres());
        }

        private static Evaporation evaporation(CaseObject day) {
            double latitude = day.number("lat", -66, 66);
            double altitude = day.number("z", -500, 6000);
            double maximum = day.number("Tmax", -60, 60);
            double minimum = day.number("Tmin", -60, maximum);
            double vapour = day.number("ea", 0, 10);
            int dayOfYear = day.whole("J", 1, 366);
            double above = Radiation.extraterrestrial(latitude, dayOfYear);
            double solar = solar(day, above, Radiation.daylightHours(latitude, dayOfYear));
            double clear = Radiation.clearSky(above, altitude);
            double net = Radiation.net(solar, clear, maximum, minimum, vapour);
            double soilHeat = soilHeat(day);
            double millimetres =
                    PenmanMonteith.millimetresPerDay(
                            maximum,
                            minimum,
                            vapour,
                            day.number("u2", 0, 100),
                            net,
                            soilHeat,
                            altitude);
            return new Evaporation(above, solar, net, soilHeat, millimetres);
        }

        private static double solar(CaseObject day, double above, double daylightHours) {
            return day.has("Rs")
                    ? day.number("Rs", 0, above)
                    : Radiation.solar(above, day.number("n_h", 0, 24), daylightHours);
        }

        private static double soilHeat(CaseObject day) {
            return day.has("Tmonth") || day.has("Tprev")
                    ? PenmanMonteith.monthlySoilHeat(
                            day.number("Tmonth", -60, 60), day.number("Tprev", -60, 60))
                    : 0;
        }

        private static void compare(Answer answer, Evaporation found, CaseObject expected) {
            expect(answer, expected, "Ra", found.above());
            expect(answer, expected, "Rn", found.net());
            expect(answer, expected, "ET0_mm_d", found.millimetres());
            expected.refuseUnknown();
        }

        private static void expect(Answer answer, CaseObject expected, String name, double value) {
            if (expected.has(name)) {
                answer.expect(name, value, expected.number(name, 0, 1000));
            }
        }
    }
}

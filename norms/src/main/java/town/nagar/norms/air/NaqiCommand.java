package town.nagar.norms.air;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** {@code nagar naqi}: the index of means given by hand. */
public final class NaqiCommand {
    private static final String HELP =
            """
            nagar naqi --pm25 85.5 --pm10 120 --no2 40 [--json]
              The National Air Quality Index of means over each pollutant's averaging time:
              24 hours for pm25, pm10, no2, so2, nh3, pb; 8 hours for o3 and co.
              It takes three pollutants, pm25 or pm10 among them.
              --pm25 --pm10 --no2 --so2 --o3 --nh3 --pb  in ug/m3;  --co in mg/m3
              --no2-ppb, --co-ppm, ...  other units: ug, mg; for gases also ppb, ppm
              --celsius 25|20   the air that ppb and ppm are read in (25)
              --o3-1h  the latest hour's ozone, which counts when the 8-h mean is above 208 ug/m3
              --lang en|hi|gu   the language of the advice (en)
              --json   one JSON object

            Exit status: 0 done, with or without an index; 2 the arguments cannot be used.\
            """;

    private NaqiCommand() {}

    /**
     * Runs the command.
     *
     * @return 0, or 2 if an argument cannot be used
     */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.contains("--help")) {
            out.println(HELP);
            return 0;
        }
        if (args.isEmpty()) {
            err.println(HELP);
            return 2;
        }
        try {
            out.println(answer(NaqiArguments.of(args)));
            return 0;
        } catch (IllegalArgumentException e) {
            err.println("nagar naqi: " + e.getMessage());
            return 2;
        }
    }

    private static String answer(NaqiArguments arguments) {
        Map<Pollutant, Concentration> given = arguments.means();
        Map<Pollutant, Double> means = new EnumMap<>(Pollutant.class);
        given.forEach((pollutant, concentration) -> means.put(pollutant, concentration.value()));
        Naqi naqi = Naqi.ofMeans(means, arguments.ozoneHour());
        return arguments.json()
                ? NaqiJson.of(naqi, given, arguments.language())
                : NaqiText.of(naqi, given, arguments.language());
    }
}

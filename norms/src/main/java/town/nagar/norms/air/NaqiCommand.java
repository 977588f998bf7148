package town.nagar.norms.air;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code nagar naqi}: the index of means given by hand. */
public final class NaqiCommand {
    private static final String HELP =
            """
            nagar naqi --pm25 85.5 --pm10 120 --no2 40 [--json]
              The National Air Quality Index of means over each pollutant's averaging time:
              24 hours for pm25, pm10, no2, so2, nh3, pb; 8 hours for o3 and co.
              --pm25 --pm10 --no2 --so2 --o3 --nh3 --pb  in ug/m3;  --co in mg/m3
              --no2-ppb, --co-ppm, ...  other units: ug/m3, mg/m3, ppb, ppm, at 25 degC
              --o3-1h  the latest hour's ozone in ug/m3, which counts when the 8-h mean is above 208
              --json   one JSON object\
            """;

    private final Map<Pollutant, Double> means = new EnumMap<>(Pollutant.class);
    private double ozoneHour = Double.NaN;
    private boolean json;

    private NaqiCommand() {}

    /**
     * Runs the command.
     *
     * @return 0, or 2 if an argument cannot be used
     */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.isEmpty() || args.contains("--help")) {
            out.println(HELP);
            return args.isEmpty() ? 2 : 0;
        }
        try {
            NaqiCommand command = new NaqiCommand();
            command.read(new ArrayDeque<>(args));
            out.println(command.answer());
            return 0;
        } catch (IllegalArgumentException e) {
            err.println("nagar naqi: " + e.getMessage());
            return 2;
        }
    }

    private void read(Deque<String> args) {
        while (!args.isEmpty()) {
            String flag = args.pop();
            switch (flag) {
                case "--json" -> json = true;
                case "--o3-1h" -> ozoneHour = number(flag, args);
                default -> readMean(flag, args);
            }
        }
    }

    private void readMean(String flag, Deque<String> args) {
        String[] words = flag.replaceFirst("^--", "").split("-", 2);
        Pollutant pollutant =
                Pollutant.find(words[0])
                        .filter(found -> flag.startsWith("--"))
                        .orElseThrow(() -> new IllegalArgumentException(unknown(flag)));
        double factor =
                words.length == 1
                        ? 1
                        : GasUnits.factor(
                                pollutant,
                                words[1].replace("m3", "/m3").replace("//", "/"),
                                GasUnits.LITRES_PER_MOLE_25C);
        if (means.put(pollutant, number(flag, args) * factor) != null) {
            throw new IllegalArgumentException(words[0] + " is given twice");
        }
    }

    private static String unknown(String flag) {
        return "'%s' is not known; allowed: %s, --o3-1h, --json"
                .formatted(
                        flag,
                        Pollutant.all().stream()
                                .map(pollutant -> "--" + pollutant.quantity())
                                .collect(Collectors.joining(", ")));
    }

    private static double number(String flag, Deque<String> args) {
        String text = Optional.ofNullable(args.poll()).orElse("");
        try {
            double value = Double.parseDouble(text);
            if (value >= 0 && value < Double.POSITIVE_INFINITY) {
                return value;
            }
        } catch (NumberFormatException e) {
            // refused below, like a number outside
        }
        throw new IllegalArgumentException(
                "%s is '%s'; allowed: a number of 0 or more".formatted(flag, text));
    }

    private String answer() {
        Naqi naqi = Naqi.ofMeans(means, ozoneHour);
        return json ? NaqiText.json(naqi) : NaqiText.plain(naqi);
    }
}

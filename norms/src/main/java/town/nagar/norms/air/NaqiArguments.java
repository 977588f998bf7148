package town.nagar.norms.air;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import town.nagar.norms.Language;

/** The arguments of {@code nagar naqi}, read and checked. */
final class NaqiArguments {
    private static final String OZONE_HOUR = "o3-1h";

    /** A mean as it stands on the line; converted when the reference state is known. */
    private record Given(String flag, String pollutant, String unit, double value) {}

    private final List<Given> given = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private ReferenceState reference = ReferenceState.CELSIUS_25;
    private Language language = Language.EN;
    private boolean json;

    private NaqiArguments() {}

    /**
     * Reads {@code --flag value} and {@code --flag=value}.
     *
     * @throws IllegalArgumentException naming the flag, the value and what is allowed
     */
    static NaqiArguments of(List<String> args) {
        NaqiArguments arguments = new NaqiArguments();
        Deque<String> words = new ArrayDeque<>();
        for (String arg : args) {
            int equals = arg.startsWith("--") ? arg.indexOf('=') : -1;
            words.add(equals < 0 ? arg : arg.substring(0, equals));
            if (equals >= 0) {
                words.add(arg.substring(equals + 1));
            }
        }
        while (!words.isEmpty()) {
            arguments.read(words.pop(), words);
        }
        arguments.requireMeans();
        return arguments;
    }

    private void read(String flag, Deque<String> rest) {
        switch (flag) {
            case "--json" -> json = true;
            case "--lang" -> language = Language.of(value(flag, rest));
            case "--celsius" -> reference = ReferenceState.of(value(flag, rest));
            default -> readMean(flag, rest);
        }
    }

    private void readMean(String flag, Deque<String> rest) {
        String name = flag.startsWith("--") ? flag.substring(2) : "";
        if (name.startsWith(OZONE_HOUR)) {
            String unit = unit(flag, name.substring(OZONE_HOUR.length()), Pollutant.O3);
            add(new Given(flag, OZONE_HOUR, unit, number(flag, value(flag, rest))));
            return;
        }
        String word = name.replaceFirst("^pm2\\.5", "pm25").split("-", 2)[0];
        Pollutant pollutant = pollutant(flag, word);
        String unit = unit(flag, name.replaceFirst("^[^-]*", ""), pollutant);
        add(new Given(flag, word, unit, number(flag, value(flag, rest))));
    }

    private static Pollutant pollutant(String flag, String word) {
        try {
            return Pollutant.get(word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'%s' is not known; allowed: --pm25 --pm10 --no2 --so2 --o3 --co --nh3 --pb, each"
                                    .formatted(flag)
                            + " also as --no2-ppb and the like, --o3-1h, --celsius, --lang, --json"
                            + (word.isEmpty() ? "" : "; " + e.getMessage()),
                    e);
        }
    }

    private static String unit(String flag, String suffix, Pollutant pollutant) {
        String unit =
                switch (suffix) {
                    case "" -> pollutant.unit();
                    case "-ug", "-ugm3" -> "ug/m3";
                    case "-mg", "-mgm3" -> "mg/m3";
                    default -> suffix.substring(1);
                };
        if (!GasUnits.units(pollutant).contains(unit)) {
            throw new IllegalArgumentException(
                    "'%s': unit '%s' of %s is unknown; allowed: %s"
                            .formatted(flag, unit, pollutant.title(), GasUnits.units(pollutant)));
        }
        return unit;
    }

    private void add(Given mean) {
        if (!seen.add(mean.pollutant())) {
            throw new IllegalArgumentException(
                    "%s: %s is given twice".formatted(mean.flag(), mean.pollutant()));
        }
        given.add(mean);
    }

    private void requireMeans() {
        if (given.stream().allMatch(mean -> mean.pollutant().equals(OZONE_HOUR))) {
            throw new IllegalArgumentException(
                    "no mean of a pollutant is given, such as --pm25 85.5");
        }
    }

    private static String value(String flag, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(flag + " has no value after it");
        }
        return rest.pop();
    }

    private static double number(String flag, String text) {
        try {
            double value = Double.parseDouble(text);
            if (value >= 0 && value <= HalfUp.LARGEST / 1000) { // still in range once converted
                return value;
            }
        } catch (NumberFormatException e) {
            // refused below, like a number outside
        }
        throw new IllegalArgumentException(
                "%s is '%s'; allowed: a number from 0 to 1e9".formatted(flag, text));
    }

    /** The means over the averaging times, without ozone's hour, by pollutant. */
    Map<Pollutant, Concentration> means() {
        Map<Pollutant, Concentration> means = new EnumMap<>(Pollutant.class);
        for (Given mean : given) {
            if (!mean.pollutant().equals(OZONE_HOUR)) {
                Pollutant pollutant = Pollutant.get(mean.pollutant());
                means.put(pollutant, convert(pollutant, mean));
            }
        }
        return means;
    }

    /** The latest hour's ozone, ug/m3; NaN if not given. */
    double ozoneHour() {
        return given.stream()
                .filter(mean -> mean.pollutant().equals(OZONE_HOUR))
                .mapToDouble(mean -> convert(Pollutant.O3, mean).value())
                .findFirst()
                .orElse(Double.NaN);
    }

    private Concentration convert(Pollutant pollutant, Given mean) {
        return Concentration.of(pollutant, mean.value(), mean.unit(), reference);
    }

    Language language() {
        return language;
    }

    boolean json() {
        return json;
    }
}

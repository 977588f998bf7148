package town.nagar.forecast.backtest;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import town.nagar.contracts.Domain;
import town.nagar.forecast.series.Step;
import town.nagar.forecast.series.TimeStyle;

/** The options of {@code forecast backtest}, each given at most once. */
final class BacktestOptions {
    private static final Set<String> VALUED =
            Set.of(
                    "domain",
                    "series",
                    "covariates",
                    "origins",
                    "from",
                    "until",
                    "every",
                    "horizon",
                    "model",
                    "out",
                    "seed");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,6})\\s*(min|h|d|w|mo|y)");
    private static final int MOST_ORIGINS = 100_000;

    private final Map<String, String> given = new HashMap<>();
    private boolean json;

    private BacktestOptions() {}

    /**
     * Reads options.
     *
     * @throws IllegalArgumentException naming what cannot be used and what is allowed
     */
    static BacktestOptions of(List<String> args) {
        var options = new BacktestOptions();
        for (int i = 0; i < args.size(); i++) {
            String word = args.get(i);
            int equals = word.indexOf('=');
            String name = (equals < 0 ? word : word.substring(0, equals)).replaceFirst("^--", "");
            if (word.equals("--json")) {
                options.json = true;
            } else if (!word.startsWith("--") || !VALUED.contains(name)) {
                throw new IllegalArgumentException("'%s' is not known".formatted(word));
            } else if (equals < 0 && (i + 1 == args.size() || args.get(i + 1).startsWith("--"))) {
                throw new IllegalArgumentException("--%s needs a value".formatted(name));
            } else {
                String value = equals < 0 ? args.get(++i) : word.substring(equals + 1);
                if (options.given.put(name, value) != null) {
                    throw new IllegalArgumentException("--%s is given twice".formatted(name));
                }
            }
        }
        options.check();
        return options;
    }

    private void check() {
        domain();
        series();
        out();
        span("horizon", need("horizon"));
        seed();
        boolean range = given.containsKey("from") || given.containsKey("until");
        if (range == given.containsKey("origins")) {
            throw new IllegalArgumentException(
                    "give either --origins T1,T2 or --from T --until T [--every 24h]");
        }
        if (range) {
            time("from", need("from"));
            time("until", need("until"));
            span("every", given.getOrDefault("every", "24h"));
        } else {
            listed();
        }
    }

    private String need(String name) {
        String value = given.get(name);
        if (value == null) {
            throw new IllegalArgumentException("--%s is missing".formatted(name));
        }
        return value;
    }

    Domain domain() {
        return Domain.of(need("domain"));
    }

    Path series() {
        return Path.of(need("series"));
    }

    Optional<Path> covariates() {
        return Optional.ofNullable(given.get("covariates")).map(Path::of);
    }

    Path out() {
        return Path.of(need("out"));
    }

    String model() {
        return given.getOrDefault("model", Task.AUTO);
    }

    boolean json() {
        return json;
    }

    long seed() {
        String text = given.getOrDefault("seed", "1");
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(
                    "--seed is '%s'; allowed: a whole number from 0".formatted(text));
        }
        return Long.parseLong(text);
    }

    /**
     * The horizon in steps of a series.
     *
     * @throws IllegalArgumentException if it is less than a step
     */
    int horizon(Step step) {
        LocalDateTime start = LocalDateTime.of(2000, 1, 1, 0, 0);
        long steps = step.between(start, after(start, "horizon", need("horizon")));
        if (steps < 1 || steps > 10_000) {
            throw new IllegalArgumentException(
                    "--horizon %s is %d steps of %s; allowed: 1 to 10000"
                            .formatted(need("horizon"), steps, step.words()));
        }
        return Math.toIntExact(steps);
    }

    /** The origins, in order. */
    List<LocalDateTime> origins() {
        if (given.containsKey("origins")) {
            return listed();
        }
        LocalDateTime until = time("until", need("until"));
        List<LocalDateTime> origins = new ArrayList<>();
        LocalDateTime at = time("from", need("from"));
        String every = given.getOrDefault("every", "24h");
        for (;
                !at.isAfter(until) && origins.size() < MOST_ORIGINS;
                at = after(at, "every", every)) {
            origins.add(at);
        }
        if (origins.isEmpty()) {
            throw new IllegalArgumentException("--until is before --from");
        }
        return origins;
    }

    private List<LocalDateTime> listed() {
        List<LocalDateTime> origins = new ArrayList<>();
        for (String text : need("origins").split(",", -1)) {
            origins.add(time("origins", text.strip()));
        }
        return origins;
    }

    private static LocalDateTime time(String name, String text) {
        try {
            return TimeStyle.parse(text);
        } catch (DateTimeException _) {
            throw new IllegalArgumentException(
                    "--%s is '%s'; allowed: %s".formatted(name, text, TimeStyle.ALLOWED));
        }
    }

    private static Matcher span(String name, String text) {
        Matcher found = SPAN.matcher(text);
        if (!found.matches() || Integer.parseInt(found.group(1)) == 0) {
            throw new IllegalArgumentException(
                    "--%s is '%s'; allowed: such as 15min, 24h, 7d, 2w, 1mo or 1y"
                            .formatted(name, text));
        }
        return found;
    }

    private static LocalDateTime after(LocalDateTime time, String name, String text) {
        Matcher found = span(name, text);
        int count = Integer.parseInt(found.group(1));
        return switch (found.group(2)) {
            case "min" -> time.plusMinutes(count);
            case "h" -> time.plusHours(count);
            case "d" -> time.plusDays(count);
            case "w" -> time.plusWeeks(count);
            case "mo" -> time.plusMonths(count);
            default -> time.plusYears(count);
        };
    }

    /** Everything given, for the report. */
    Map<String, String> given() {
        return new TreeMap<>(given);
    }
}

package town.nagar.forecast.backtest;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import town.nagar.forecast.series.Step;

/** Options as they were given: {@code --name value}, each at most once, and {@code --json}. */
public final class GivenOptions {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,6})\\s*(min|h|d|w|mo|y)");
    private static final int MOST_STEPS = 10_000;

    private final Map<String, String> given = new HashMap<>();
    private boolean json;

    private GivenOptions() {}

    /**
     * Reads options.
     *
     * @param valued names of those that have a value
     * @throws IllegalArgumentException naming what cannot be used
     */
    public static GivenOptions of(List<String> args, Set<String> valued) {
        var options = new GivenOptions();
        for (int i = 0; i < args.size(); i++) {
            String word = args.get(i);
            int equals = word.indexOf('=');
            String name = (equals < 0 ? word : word.substring(0, equals)).replaceFirst("^--", "");
            if (word.equals("--json")) {
                options.json = true;
            } else if (!word.startsWith("--") || !valued.contains(name)) {
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
        return options;
    }

    /**
     * The value of an option.
     *
     * @throws IllegalArgumentException if it was not given
     */
    public String need(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("--%s is missing".formatted(name)));
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(given.get(name));
    }

    public boolean isJson() {
        return json;
    }

    /** The option {@code --seed}, 1 if it was not given. */
    public long seed() {
        return whole("seed", 1);
    }

    /** Words between commas; none if the option was not given. */
    public List<String> list(String name) {
        return find(name).map(text -> List.of(text.split(",", -1))).orElse(List.of());
    }

    /**
     * A number from 0.
     *
     * @throws IllegalArgumentException if it is none
     */
    public double amount(String name, double otherwise) {
        String text = find(name).orElse(Double.toString(otherwise));
        if (!text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            throw new IllegalArgumentException(
                    "--%s is '%s'; allowed: a number from 0".formatted(name, text));
        }
        return Double.parseDouble(text);
    }

    /**
     * A whole number from 0.
     *
     * @throws IllegalArgumentException if it is none
     */
    public long whole(String name, long otherwise) {
        String text = find(name).orElse(Long.toString(otherwise));
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(
                    "--%s is '%s'; allowed: a whole number from 0".formatted(name, text));
        }
        return Long.parseLong(text);
    }

    /**
     * A span such as {@code 24h} in steps of a series.
     *
     * @throws IllegalArgumentException if it is no span, or less than a step
     */
    public int steps(String name, Step step) {
        LocalDateTime start = LocalDateTime.of(2000, 1, 1, 0, 0);
        long steps = step.between(start, after(start, name, need(name)));
        if (steps < 1 || steps > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "--%s %s is %d steps of %s; allowed: 1 to %d"
                            .formatted(name, need(name), steps, step.words(), MOST_STEPS));
        }
        return Math.toIntExact(steps);
    }

    static Matcher span(String name, String text) {
        Matcher found = SPAN.matcher(text);
        if (!found.matches() || Integer.parseInt(found.group(1)) == 0) {
            throw new IllegalArgumentException(
                    "--%s is '%s'; allowed: such as 15min, 24h, 7d, 2w, 1mo or 1y"
                            .formatted(name, text));
        }
        return found;
    }

    static LocalDateTime after(LocalDateTime time, String name, String text) {
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

    /** Everything given. */
    public Map<String, String> all() {
        return new TreeMap<>(given);
    }
}

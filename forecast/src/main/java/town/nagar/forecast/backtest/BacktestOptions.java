package town.nagar.forecast.backtest;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
                    "models",
                    "cost-over",
                    "cost-under",
                    "out",
                    "seed");
    private static final int MOST_ORIGINS = 100_000;

    private final GivenOptions given;

    private BacktestOptions(GivenOptions given) {
        this.given = given;
    }

    /**
     * Reads options.
     *
     * @throws IllegalArgumentException naming what cannot be used and what is allowed
     */
    static BacktestOptions of(List<String> args) {
        var options = new BacktestOptions(GivenOptions.of(args, VALUED));
        options.check();
        return options;
    }

    private void check() {
        domain();
        series();
        out();
        GivenOptions.span("horizon", given.need("horizon"));
        seed();
        costOver();
        costUnder();
        boolean range = given.find("from").isPresent() || given.find("until").isPresent();
        if (range == given.find("origins").isPresent()) {
            throw new IllegalArgumentException(
                    "give either --origins T1,T2 or --from T --until T [--every 24h]");
        }
        if (range) {
            time("from", given.need("from"));
            time("until", given.need("until"));
            GivenOptions.span("every", given.find("every").orElse("24h"));
        } else {
            listed();
        }
    }

    Domain domain() {
        return Domain.of(given.need("domain"));
    }

    Path series() {
        return Path.of(given.need("series"));
    }

    Optional<Path> covariates() {
        return given.find("covariates").map(Path::of);
    }

    Path out() {
        return Path.of(given.need("out"));
    }

    String model() {
        return given.find("model").orElse(Task.AUTO);
    }

    /** The models that are mixed, besides the seasonal baselines; empty for the usual ones. */
    List<String> models() {
        return given.list("models");
    }

    /** Whether it was said what errors cost. */
    boolean isPriced() {
        return given.find("cost-over").isPresent() || given.find("cost-under").isPresent();
    }

    /** What one unit forecast too much costs. */
    double costOver() {
        return given.amount("cost-over", 1);
    }

    /** What one unit forecast too little costs. */
    double costUnder() {
        return given.amount("cost-under", 1);
    }

    boolean json() {
        return given.isJson();
    }

    long seed() {
        return given.seed();
    }

    /**
     * The horizon in steps of a series.
     *
     * @throws IllegalArgumentException if it is less than a step
     */
    int horizon(Step step) {
        return given.steps("horizon", step);
    }

    /** The origins, in order. */
    List<LocalDateTime> origins() {
        if (given.find("origins").isPresent()) {
            return listed();
        }
        LocalDateTime until = time("until", given.need("until"));
        List<LocalDateTime> origins = new ArrayList<>();
        LocalDateTime at = time("from", given.need("from"));
        String every = given.find("every").orElse("24h");
        for (;
                !at.isAfter(until) && origins.size() < MOST_ORIGINS;
                at = GivenOptions.after(at, "every", every)) {
            origins.add(at);
        }
        if (origins.isEmpty()) {
            throw new IllegalArgumentException("--until is before --from");
        }
        return origins;
    }

    private List<LocalDateTime> listed() {
        List<LocalDateTime> origins = new ArrayList<>();
        for (String text : given.need("origins").split(",", -1)) {
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

    /** Everything given, for the report. */
    Map<String, String> given() {
        return given.all();
    }
}

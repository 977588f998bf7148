package town.nagar.forecast.backtest;

import java.util.List;
import java.util.TreeSet;
import town.nagar.contracts.Domain;
import town.nagar.forecast.feature.FeatureSet;
import town.nagar.forecast.feature.Holidays;
import town.nagar.forecast.feature.Seasons;
import town.nagar.forecast.model.Forecaster;
import town.nagar.forecast.model.Models;
import town.nagar.forecast.model.Phases;
import town.nagar.forecast.model.Problem;
import town.nagar.forecast.model.Taste;
import town.nagar.forecast.series.Covariates;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.Step;

/**
 * A backtest to be made.
 *
 * @param panel whose grid reaches to the last target
 * @param origins indices of the panel's grid
 * @param horizon steps
 * @param model the name of one, or {@link #AUTO} or {@link #ALL}
 * @param models names of those that are mixed, besides the seasonal baselines; empty for the usual
 * @param beside names of those that are walked too and not mixed
 */
public record Task(
        Domain domain,
        Panel panel,
        Covariates covariates,
        List<Integer> origins,
        int horizon,
        String model,
        List<String> models,
        List<String> beside,
        long seed) {

    /** The mix of all models. */
    public static final String AUTO = "auto";

    /** Every model and the mix. */
    public static final String ALL = "all";

    public Task {
        origins = List.copyOf(origins);
        models = List.copyOf(models);
        beside = List.copyOf(beside);
    }

    /** A backtest of the usual models. */
    public Task(
            Domain domain,
            Panel panel,
            Covariates covariates,
            List<Integer> origins,
            int horizon,
            String model,
            long seed) {
        this(domain, panel, covariates, origins, horizon, model, List.of(), List.of(), seed);
    }

    /** The names a backtest at the panel's step can be asked for. */
    static List<String> names(Panel panel) {
        List<String> names = new java.util.ArrayList<>(List.of(AUTO, ALL, Models.ENSEMBLE));
        Models.all(panel.grid().step()).forEach(model -> names.add(model.name()));
        return List.copyOf(names);
    }

    /**
     * Makes the backtest.
     *
     * @throws IllegalArgumentException if an origin has too little before it
     */
    public Outcome run(Progress progress) {
        var wanted = new TreeSet<>(origins);
        int first = wanted.getFirst();
        int started = started();
        if (first - started < 2 * Seasons.of(panel.grid().step()).week() + 2) {
            throw new IllegalArgumentException(
                    "the first origin, %s, has %d steps of most series before it; allowed: at least %d"
                            .formatted(
                                    panel.grid().at(first),
                                    Math.max(0, first - started),
                                    2 * Seasons.of(panel.grid().step()).week() + 2));
        }
        Walk walk = Walk.plan(wanted, started, panel.grid().step(), horizon);
        Problem problem = problem(wanted, first);
        boolean mixed = isMixed();
        Step step = panel.grid().step();
        List<Forecaster> walked =
                mixed
                        ? Models.named(step, models)
                        : Models.all(step).stream()
                                .filter(one -> one.name().equals(model))
                                .toList();
        List<Forecaster> others =
                Models.all(step).stream().filter(one -> beside.contains(one.name())).toList();
        var backtest = new Backtest(problem, walk, walked, others, progress);
        return new Outcome(problem, walk, backtest.run(mixed), mixed && !model.equals(ALL));
    }

    private boolean isMixed() {
        return List.of(AUTO, ALL, Models.ENSEMBLE).contains(model);
    }

    private Problem problem(TreeSet<Integer> wanted, int first) {
        boolean withinDay = panel.grid().step().isWithinDay();
        Taste taste = Taste.of(domain, withinDay);
        boolean[] holidays = Holidays.of(panel, covariates, first);
        var features = new FeatureSet(panel, covariates, holidays, taste.base());
        Phases phases = Phases.of(wanted, features.seasons().cycle());
        return new Problem(features, horizon, phases, taste, seed);
    }

    /** The median index of the series' first values. */
    private int started() {
        int[] first = new int[panel.size()];
        for (int series = 0; series < first.length; series++) {
            int index = 0;
            while (index < panel.length() && Double.isNaN(panel.at(series, index))) {
                index++;
            }
            first[series] = index;
        }
        java.util.Arrays.sort(first);
        return first[first.length / 2];
    }
}

package town.nagar.forecast.training;

import java.util.List;
import java.util.stream.IntStream;
import town.nagar.contracts.Domain;
import town.nagar.forecast.feature.FeatureSet;
import town.nagar.forecast.feature.Holidays;
import town.nagar.forecast.feature.Seasons;
import town.nagar.forecast.model.Models;
import town.nagar.forecast.model.Phases;
import town.nagar.forecast.model.Problem;
import town.nagar.forecast.model.Taste;
import town.nagar.forecast.series.Covariates;
import town.nagar.forecast.series.Panel;

/**
 * A model to be made.
 *
 * @param name such as {@code traffic.vehicle_count}
 * @param panel whose grid reaches a horizon beyond {@code end}
 * @param end index after the last value
 * @param horizon steps
 * @param models that are tried beside the baselines, by name; {@link Models#ENSEMBLE} mixes them
 *     all
 * @param kept the one that is kept, by name, or {@link #WINNER}
 */
public record Training(
        String name,
        Domain domain,
        Panel panel,
        Covariates covariates,
        int end,
        int horizon,
        List<String> models,
        String kept,
        Taste taste,
        long seed) {

    /** Keeps the mix of all models, or the best baseline where the mix did no better. */
    public static final String WINNER = "winner";

    /**
     * @throws IllegalArgumentException if the panel's grid does not reach a horizon beyond the end
     */
    public Training {
        models = List.copyOf(models);
        if (horizon < 1 || panel.length() < end + horizon) {
            throw new IllegalArgumentException(
                    "a grid of %d times for an end of %d and a horizon of %d"
                            .formatted(panel.length(), end, horizon));
        }
    }

    /** The same with another taste. */
    Training withTaste(Taste other) {
        return new Training(
                name, domain, panel, covariates, end, horizon, models, kept, other, seed);
    }

    /** The usual taste of a domain at the panel's step. */
    public static Taste taste(Domain domain, Panel panel) {
        return Taste.of(domain, panel.grid().step().isWithinDay());
    }

    /** Which times count as holidays: decided by what is known at the end. */
    boolean[] holidays() {
        return Holidays.of(panel, covariates, end);
    }

    List<Fold> folds(FeatureSet features) {
        return Fold.of(features.firstOrigin(), end, horizon, features.seasons().cycle());
    }

    Problem problem(boolean[] holidays) {
        Panel known = panel.before(end).reaching(panel.length());
        var features = new FeatureSet(known, covariates, holidays, taste.base());
        int cycle = Seasons.of(panel.grid().step()).cycle();
        List<Integer> every = IntStream.range(0, cycle).boxed().toList();
        return new Problem(features, horizon, Phases.of(every, cycle), taste, seed);
    }
}

package town.nagar.forecast.prophet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a Prophet model is made of.
 *
 * @param changepoints most bends of the trend, 0 or more
 * @param changepointRange share of the past, from its start, in which it may bend, in (0, 1]
 * @param changepointPriorScale scale of the Laplace prior of each bend, on the scaled series
 */
public record ProphetSettings(
        int changepoints,
        double changepointRange,
        double changepointPriorScale,
        List<Seasonality> seasonalities,
        List<Holiday> holidays,
        List<Regressor> regressors) {
    private static final double PRIOR_SCALE = 10;

    public ProphetSettings {
        seasonalities = List.copyOf(seasonalities);
        holidays = List.copyOf(holidays);
        regressors = List.copyOf(regressors);
        if (changepoints < 0
                || !(changepointRange > 0 && changepointRange <= 1)
                || !(changepointPriorScale > 0)) {
            throw new IllegalArgumentException(
                    "%d changepoints in the first %s, prior %s"
                            .formatted(changepoints, changepointRange, changepointPriorScale));
        }
        requireUniqueNames(seasonalities, holidays, regressors);
    }

    private static void requireUniqueNames(
            List<Seasonality> seasonalities, List<Holiday> holidays, List<Regressor> regressors) {
        Set<String> seen = new HashSet<>(Set.of("trend"));
        Stream.of(seasonalities, holidays, regressors)
                .flatMap(List::stream)
                .map(Part::name)
                .filter(name -> !seen.add(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("two parts are named " + name);
                });
    }

    /** Prophet's own defaults with the given parts: 25 changepoints in the first 80 %, 0.05. */
    public static ProphetSettings of(
            List<Seasonality> seasonalities, List<Holiday> holidays, List<Regressor> regressors) {
        return new ProphetSettings(25, 0.8, 0.05, seasonalities, holidays, regressors);
    }

    /**
     * The same, without seasons that a past of this length has not shown twice: those would be
     * guessed, not learnt.
     *
     * @param spanDays from the first value to the last; a day less than two periods is enough
     */
    public ProphetSettings withSeasonsSeenTwice(double spanDays) {
        List<Seasonality> seen =
                seasonalities.stream()
                        .filter(season -> 2 * season.periodDays() - 1 <= spanDays)
                        .toList();
        return new ProphetSettings(
                changepoints, changepointRange, changepointPriorScale, seen, holidays, regressors);
    }

    /**
     * The town's water demand: year, week, day and month (30.5 d, order 5), multiplied; temperature
     * in degrees Celsius, rainfall in mm and holiday (0 or 1) as regressors, in this order.
     */
    public static ProphetSettings water() {
        Effect effect = Effect.MULTIPLIED;
        return of(
                List.of(
                        Seasonality.yearly(effect),
                        Seasonality.weekly(effect),
                        Seasonality.daily(effect),
                        new Seasonality("monthly", 30.5, 5, PRIOR_SCALE, effect)),
                List.of(),
                Stream.of("temperature", "rainfall", "holiday")
                        .map(name -> new Regressor(name, PRIOR_SCALE, effect))
                        .toList());
    }
}

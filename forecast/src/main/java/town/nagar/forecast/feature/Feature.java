package town.nagar.forecast.feature;

import java.util.List;
import java.util.Optional;

/**
 * One feature: its name, how it comes about and what it may be.
 *
 * @param type as Feast names it
 * @param least smallest value allowed; may be infinite
 * @param most largest value allowed; may be infinite
 * @param needed whether it may not be missing
 */
public record Feature(
        String name,
        Transformation transformation,
        Type type,
        double least,
        double most,
        boolean needed,
        String description) {

    /** Types of Feast that features here can have. */
    public enum Type {
        FLOAT,
        DOUBLE,
        INT64,
        STRING,
        BOOL
    }

    public Feature {
        if (!(least <= most)) {
            throw new IllegalArgumentException("%s: %s to %s".formatted(name, least, most));
        }
    }

    /** All that it says but its description. */
    String rule() {
        return List.of(name, transformation, type, least, most, needed).toString();
    }

    Feature within(double lowest, double highest) {
        return new Feature(name, transformation, type, lowest, highest, needed, description);
    }

    /** Whether its values are those of the series itself, in the series' unit. */
    boolean tellsValues() {
        return switch (transformation) {
            case Transformation.Last last -> last.in() == Transformation.In.PLAIN;
            case Transformation.Lag lag ->
                    lag.in() == Transformation.In.PLAIN
                            && lag.signal() == Transformation.Signal.VALUE;
            case Transformation.Profile profile -> profile.in() == Transformation.In.PLAIN;
            case Transformation.Rolling rolling ->
                    rolling.in() == Transformation.In.PLAIN
                            && rolling.signal() == Transformation.Signal.VALUE
                            && rolling.statistic() != Transformation.Rolling.Statistic.DEVIATION;
            case Transformation.SeasonOfYear season ->
                    season.in() == Transformation.In.PLAIN
                            && season.told() == Transformation.SeasonOfYear.Told.PROFILE;
            case Transformation.Position _,
                    Transformation.Calendar _,
                    Transformation.Holiday _,
                    Transformation.SameSlots _,
                    Transformation.YearAgo _,
                    Transformation.Neighbours _,
                    Transformation.Leaders _,
                    Transformation.Weather _,
                    Transformation.Interaction _,
                    Transformation.Pushed _ ->
                    false;
        };
    }

    /**
     * What is wrong with a value; empty if nothing.
     *
     * @param value NaN for a missing one
     */
    public Optional<String> complaint(double value) {
        if (Double.isNaN(value)) {
            return needed ? Optional.of(name + " is missing") : Optional.empty();
        }
        return value < least || value > most || Double.isInfinite(value)
                ? Optional.of("%s is %s; allowed: %s to %s".formatted(name, value, least, most))
                : Optional.empty();
    }
}

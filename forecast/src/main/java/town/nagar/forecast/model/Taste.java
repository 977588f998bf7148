package town.nagar.forecast.model;

import town.nagar.contracts.Domain;
import town.nagar.forecast.feature.Anchor;

/**
 * How a domain's forecasts are made and judged.
 *
 * @param base what trees and lines predict the distance to
 * @param loss which error counts
 * @param halfLifeDays age at which a training row weighs half
 * @param trees of a boosted model
 * @param rate at which a tree is added
 * @param depth of a tree
 * @param caution share of an ensemble that stays with the base's own baseline, whatever past errors
 *     say: where few past forecasts are independent of each other they say little
 */
public record Taste(
        Anchor base,
        Loss loss,
        double halfLifeDays,
        int trees,
        double rate,
        int depth,
        double caution) {
    /** Which error is made small. */
    public enum Loss {
        ABSOLUTE("reg:absoluteerror"),
        SQUARED("reg:squarederror");

        private final String objective;

        Loss(String objective) {
            this.objective = objective;
        }

        String objective() {
            return objective;
        }
    }

    /** The taste of a domain at a step of at most a day, or longer. */
    public static Taste of(Domain domain, boolean withinDay) {
        return switch (domain) {
            case TRAFFIC -> new Taste(Anchor.WEEK, Loss.ABSOLUTE, 730, 150, 0.08, 6, 0);
            case WATER -> new Taste(Anchor.WEEK, Loss.ABSOLUTE, 365, 150, 0.08, 6, 0);
            case POLLUTION, WEATHER ->
                    new Taste(
                            withinDay ? Anchor.WEEK : Anchor.LAST,
                            Loss.SQUARED,
                            1460,
                            120,
                            0.06,
                            5,
                            0);
            case MARKET -> new Taste(Anchor.LAST, Loss.ABSOLUTE, 730, 100, 0.06, 4, 0.5);
            case AGRICULTURE -> new Taste(Anchor.MEAN, Loss.ABSOLUTE, 3650, 80, 0.06, 3, 0.5);
        };
    }
}

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
 * @param caution share of an ensemble that stays with the base's own baseline where too few past
 *     forecasts are independent of each other to say what the others are worth
 * @param rows that a boosted band of steps learns from at most, and a line too
 */
public record Taste(
        Anchor base,
        Loss loss,
        double halfLifeDays,
        int trees,
        double rate,
        int depth,
        double caution,
        int rows) {
    /** Rows that a boosted band learns from where nothing is said against it. */
    private static final int MOST_ROWS = 80_000;

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

        /** What an error counts. */
        public double of(double error) {
            return this == SQUARED ? error * error : Math.abs(error);
        }
    }

    /** The taste of a domain at a step of at most a day, or longer. */
    public static Taste of(Domain domain, boolean withinDay) {
        return switch (domain) {
            case TRAFFIC -> new Taste(Anchor.WEEK, Loss.ABSOLUTE, 730, 200, 0.06, 6, 0, MOST_ROWS);
            case WATER -> new Taste(Anchor.WEEK, Loss.ABSOLUTE, 365, 200, 0.06, 6, 0, MOST_ROWS);
            case POLLUTION, WEATHER ->
                    new Taste(
                            withinDay ? Anchor.WEEK : Anchor.LAST,
                            Loss.SQUARED,
                            1460,
                            120,
                            0.06,
                            5,
                            0,
                            MOST_ROWS);
            case MARKET -> new Taste(Anchor.LAST, Loss.ABSOLUTE, 730, 100, 0.06, 4, 0.5, MOST_ROWS);
            case AGRICULTURE ->
                    new Taste(Anchor.MEAN, Loss.ABSOLUTE, 3650, 80, 0.06, 3, 0.5, MOST_ROWS);
        };
    }

    /**
     * What errors of several series are divided by before they give weights: nothing, as they are
     * judged in their own unit; where they are squared, the root of the scale, since single large
     * ones would else say all.
     */
    public double unit(double scale) {
        return loss == Loss.SQUARED && !Double.isNaN(scale) ? Math.sqrt(scale) : 1;
    }

    /** The same, with so many trees from so many rows at most. */
    public Taste withEffort(int trees, int rows) {
        return new Taste(base, loss, halfLifeDays, trees, rate, depth, caution, rows);
    }

    /**
     * What errors grow with: the level forecast, where levels move far; else nothing.
     *
     * @param scale of the series at the origin
     * @param value that is forecast
     */
    public double size(double scale, double value) {
        if (loss != Loss.SQUARED && base == Anchor.WEEK) {
            return 1;
        }
        double size = Double.isNaN(value) ? scale : (scale + Math.abs(value)) / 2;
        return Double.isNaN(size) ? 1 : size;
    }

    /** The same with other trees, and rows that lose half their weight in other days. */
    public Taste withTrees(int trees, double rate, int depth, double halfLifeDays) {
        return new Taste(base, loss, halfLifeDays, trees, rate, depth, caution, rows);
    }
}

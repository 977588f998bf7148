package town.nagar.engine.weather;

import java.util.List;

/**
 * Wind at 10 m of one month: Weibull daily means, and a rose of directions.
 *
 * @param shape of the Weibull distribution
 * @param scaleMetresPerSecond of that distribution
 * @param rose weight of the wind from each of {@link #SECTORS} sectors, clockwise from north, in
 *     any unit
 */
public record MonthWind(double shape, double scaleMetresPerSecond, List<Double> rose) {
    /** Directions that are told apart; the first is centred on north. */
    public static final int SECTORS = 16;

    /** Degrees of one sector. */
    public static final double SECTOR_DEGREES = 360.0 / SECTORS;

    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public MonthWind {
        Ranges.requireBetween("shape of wind", shape, 0.5, 20);
        Ranges.requireAbove("scale of wind, m/s", scaleMetresPerSecond, 0, 40);
        rose = List.copyOf(rose);
        if (rose.size() != SECTORS) {
            throw new IllegalArgumentException(
                    "rose of %d sectors; allowed are %d".formatted(rose.size(), SECTORS));
        }
        rose.forEach(weight -> Ranges.requireBetween("weight of a sector", weight, 0, 1e9));
        Ranges.requireAbove("sum of the rose's weights", sum(rose), 0, 1e10);
    }

    private static double sum(List<Double> weights) {
        return weights.stream().mapToDouble(Double::doubleValue).sum();
    }
}

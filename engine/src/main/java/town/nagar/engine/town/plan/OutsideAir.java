package town.nagar.engine.town.plan;

import java.util.List;

/**
 * The PM2.5 that comes into a town with the air from outside, by days that are log-normal and
 * remember each other.
 *
 * @param medianPm25 January to December, ug/m3, above 0
 * @param logDeviation of a day's logarithm, 0 to 5
 */
public record OutsideAir(List<Double> medianPm25, double logDeviation) {
    private static final int MONTHS = 12;

    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public OutsideAir {
        medianPm25 = List.copyOf(medianPm25);
        if (medianPm25.size() != MONTHS) {
            throw new IllegalArgumentException(
                    "PM2.5 from outside in %d months; allowed are %d"
                            .formatted(medianPm25.size(), MONTHS));
        }
        medianPm25.forEach(median -> Ranges.requireAbove("PM2.5 from outside, ug/m3", median, 0));
        Ranges.requireBetween("log deviation of PM2.5 from outside", logDeviation, 0, 5);
    }
}

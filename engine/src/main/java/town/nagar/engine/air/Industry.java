package town.nagar.engine.air;

/**
 * A works: fuel or product, what a tonne of it emits, and what its filters keep.
 *
 * @param tonnesPerHour from 0
 * @param gramsPerTonne of the pollutant before filters, from 0
 * @param keptShare what filters keep, 0 to 1
 */
public record Industry(double tonnesPerHour, double gramsPerTonne, double keptShare) {
    private static final double SECONDS_PER_HOUR = 3600;

    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public Industry {
        Ranges.requireBetween("tonnes an hour", tonnesPerHour, 0, 1e9);
        Ranges.requireBetween("grams a tonne", gramsPerTonne, 0, 1e6);
        Ranges.requireBetween("kept share", keptShare, 0, 1);
    }

    /** Emission, g/s. */
    public double gramsPerSecond() {
        return tonnesPerHour * gramsPerTonne * (1 - keptShare) / SECONDS_PER_HOUR;
    }
}

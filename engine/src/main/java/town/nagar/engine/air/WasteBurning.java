package town.nagar.engine.air;

/** Fires of household waste in the open. */
public final class WasteBurning {
    /** PM2.5 of a kilogram of burnt garbage, g: Akagi et al., Atmos. Chem. Phys. 11:4039 (2011). */
    public static final double PM25_GRAMS_PER_KG = 9.8;

    private static final double SECONDS_PER_DAY = 86_400;

    private WasteBurning() {}

    /**
     * Emission, g/s, in an hour.
     *
     * @param burntKgPerDay from 0
     * @param gramsPerKg of the pollutant
     * @param timesMean how many times the mean of the day is burnt in this hour; the 24 average 1
     */
    public static double gramsPerSecond(double burntKgPerDay, double gramsPerKg, double timesMean) {
        Ranges.requireBetween("burnt, kg/day", burntKgPerDay, 0, 1e12);
        Ranges.requireBetween("emission, g/kg", gramsPerKg, 0, 1000);
        Ranges.requireBetween("times the mean", timesMean, 0, 24);
        return burntKgPerDay * gramsPerKg * timesMean / SECONDS_PER_DAY;
    }
}

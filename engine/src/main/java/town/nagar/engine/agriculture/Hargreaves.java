package town.nagar.engine.agriculture;

/** Evaporation of a lawn where temperatures alone are known: FAO-56, equation 52. */
public final class Hargreaves {
    /** Megajoules a square metre that evaporate a millimetre: FAO-56, equation 20. */
    private static final double MEGAJOULES_A_MILLIMETRE = 2.45;

    private Hargreaves() {}

    /**
     * A day's reference evapotranspiration, mm/day, never below 0.
     *
     * @param leastC coldest of the day, °C
     * @param mostC warmest of the day, °C
     * @param extraterrestrial radiation above the air, MJ/m²/day
     */
    public static double millimetresPerDay(double leastC, double mostC, double extraterrestrial) {
        double mean = (leastC + mostC) / 2;
        double span = StrictMath.sqrt(Math.max(0, mostC - leastC));
        return Math.max(
                0, 0.0023 * (mean + 17.8) * span * extraterrestrial / MEGAJOULES_A_MILLIMETRE);
    }
}

package town.nagar.norms.weather;

/**
 * Heat in the plains by the day's maximum alone: 45 degC is a heat wave, 47 a severe one, whatever
 * is normal (IMD, criteria for heat waves); below 40 there is none.
 */
public enum HeatWave {
    NONE(Double.NEGATIVE_INFINITY),
    WATCH(40),
    HEAT_WAVE(45),
    SEVERE(47);

    private static final HeatWave[] ALL = values();

    private final double fromCelsius;

    HeatWave(double fromCelsius) {
        this.fromCelsius = fromCelsius;
    }

    /**
     * The class of a maximum, degC.
     *
     * @throws IllegalArgumentException if it is NaN
     */
    public static HeatWave of(double maximumCelsius) {
        if (Double.isNaN(maximumCelsius)) {
            throw new IllegalArgumentException("maximum is NaN degC; allowed: a number");
        }
        HeatWave found = NONE;
        for (HeatWave heat : ALL) {
            if (maximumCelsius >= heat.fromCelsius) {
                found = heat;
            }
        }
        return found;
    }

    /** The lowest maximum of the class, degC. */
    public double fromCelsius() {
        return fromCelsius;
    }
}

package town.nagar.engine.weather;

/**
 * A climate's change that history does not hold: the same days, warmer, wetter or windier.
 *
 * @param celsiusAdded to the highest and the lowest temperature, -10 to 10; the vapour in the air
 *     stays as it is
 * @param rainFactor of what falls on a wet day, 0 to 10; which days are wet stays as it is
 * @param windFactor of the strength of the wind, 0.1 to 10
 */
public record WeatherShift(double celsiusAdded, double rainFactor, double windFactor) {
    /** No change. */
    public static final WeatherShift NONE = new WeatherShift(0, 1, 1);

    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public WeatherShift {
        Ranges.requireBetween("degrees added", celsiusAdded, -10, 10);
        Ranges.requireBetween("rain factor", rainFactor, 0, 10);
        Ranges.requireBetween("wind factor", windFactor, 0.1, 10);
    }

    /** Changes days that are drawn. */
    void apply(WeatherDays days) {
        for (int day = 0; day < days.count(); day++) {
            days.maximumC[day] += celsiusAdded;
            days.minimumC[day] += celsiusAdded;
            days.rainMillimetres[day] *= rainFactor;
            days.windMetresPerSecond[day] =
                    Math.max(Double.MIN_NORMAL, days.windMetresPerSecond[day] * windFactor);
        }
    }
}

package town.nagar.engine.weather;

/**
 * Sunshine and vapour of the days of one month.
 *
 * @param drySunShare mean share of the daylight that is bright sunshine on days without rain
 * @param wetSunShare the same on days with rain
 * @param spread standard deviation of that share's log odds from day to day
 * @param dewPointBelowMinimumC by how much the dew point lies below the day's lowest temperature
 */
public record MonthSky(
        double drySunShare, double wetSunShare, double spread, double dewPointBelowMinimumC) {
    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public MonthSky {
        Ranges.requireBetween("sunshine of dry days", drySunShare, 0.01, 0.99);
        Ranges.requireBetween("sunshine of wet days", wetSunShare, 0.01, 0.99);
        Ranges.requireBetween("spread of sunshine", spread, 0, 5);
        Ranges.requireBetween("dew point below minimum, C", dewPointBelowMinimumC, 0, 40);
    }
}

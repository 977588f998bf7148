package town.nagar.engine.town.policy;

import town.nagar.engine.weather.WeatherShift;

/**
 * A future that no one decides: growth and climate.
 *
 * @param travelFactor of trips, 0.01 to 10
 * @param peopleFactor of residents, for water, hearths and waste, 0.01 to 10
 * @param celsiusAdded to all temperatures, -10 to 10
 * @param rainFactor of rain, 0 to 10
 * @param windFactor of wind, 0.1 to 10
 * @param backgroundFactor of the PM2.5 from outside, 0 to 10
 */
public record Outlook(
        double travelFactor,
        double peopleFactor,
        double celsiusAdded,
        double rainFactor,
        double windFactor,
        double backgroundFactor) {
    /** As now. */
    public static final Outlook NOW = new Outlook(1, 1, 0, 1, 1, 1);

    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public Outlook {
        Checks.requireBetween("outlook: travel factor", travelFactor, 0.01, 10);
        Checks.requireBetween("outlook: people factor", peopleFactor, 0.01, 10);
        Checks.requireBetween("outlook: degrees added", celsiusAdded, -10, 10);
        Checks.requireBetween("outlook: rain factor", rainFactor, 0, 10);
        Checks.requireBetween("outlook: wind factor", windFactor, 0.1, 10);
        Checks.requireBetween("outlook: background factor", backgroundFactor, 0, 10);
    }

    /** What of it is weather. */
    public WeatherShift weather() {
        return new WeatherShift(celsiusAdded, rainFactor, windFactor);
    }
}

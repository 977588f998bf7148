package town.nagar.engine.weather;

import java.util.List;

/**
 * What the weather of a place is like through the year.
 *
 * @param latitudeDegrees north positive, -66 to 66
 * @param longitudeDegrees east positive
 * @param altitudeMetres -500 to 6,000
 * @param clockMeridianDegrees longitude whose noon the town's clocks show; 82.5 in India
 * @param wetDayMillimetres rain from which a day counts as wet; 2.5 is India's rainy day
 * @param windSwing by which share of its daily mean the wind is stronger at three in the afternoon
 *     and weaker at three at night, 0 to 0.9
 * @param months January to December
 */
public record Climate(
        double latitudeDegrees,
        double longitudeDegrees,
        double altitudeMetres,
        double clockMeridianDegrees,
        double wetDayMillimetres,
        double windSwing,
        Memory memory,
        List<MonthClimate> months) {
    /** Months of a year. */
    public static final int MONTHS = 12;

    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public Climate {
        Ranges.requireBetween("latitude, degrees", latitudeDegrees, -66, 66);
        Ranges.requireBetween("longitude, degrees", longitudeDegrees, -180, 180);
        Ranges.requireBetween("altitude, m", altitudeMetres, -500, 6000);
        Ranges.requireBetween("clock meridian, degrees", clockMeridianDegrees, -180, 180);
        Ranges.requireBetween("rain of a wet day, mm", wetDayMillimetres, 0, 10);
        Ranges.requireBetween("swing of the wind", windSwing, 0, 0.9);
        months = List.copyOf(months);
        if (months.size() != MONTHS) {
            throw new IllegalArgumentException(
                    "climate of %d months; allowed are %d".formatted(months.size(), MONTHS));
        }
    }

    /** The same weather in another place, such as a town near the station it was measured at. */
    public Climate at(double latitude, double longitude, double altitude) {
        return new Climate(
                latitude,
                longitude,
                altitude,
                clockMeridianDegrees,
                wetDayMillimetres,
                windSwing,
                memory,
                months);
    }

    /** When the sun stands highest on the town's clocks, in hours, but for the equation of time. */
    double solarNoonHours() {
        return 12 + (clockMeridianDegrees - longitudeDegrees) / 15;
    }
}

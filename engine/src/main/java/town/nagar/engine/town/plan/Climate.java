package town.nagar.engine.town.plan;

import java.util.List;

/**
 * What the weather of a place is like, month by month.
 *
 * @param latitudeDegrees north positive, -66 to 66
 * @param altitudeMetres -500 to 6,000
 * @param months twelve, from January
 * @param windRose sixteen weights, sector 0 from the north, 4 from the east; some above 0
 */
public record Climate(
        double latitudeDegrees, double altitudeMetres, List<Month> months, List<Double> windRose) {
    private static final int MONTHS = 12;
    private static final int SECTORS = 16;

    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public Climate {
        Ranges.requireBetween("latitude, degrees", latitudeDegrees, -66, 66);
        Ranges.requireBetween("altitude, m", altitudeMetres, -500, 6000);
        months = List.copyOf(months);
        windRose = List.copyOf(windRose);
        double sum = 0;
        for (double weight : windRose) {
            Ranges.requireBetween("wind rose", weight, 0, 1e9);
            sum += weight;
        }
        if (months.size() != MONTHS || windRose.size() != SECTORS || !(sum > 0)) {
            throw new IllegalArgumentException(
                    "climate of %d months and %d wind sectors that add up to %s; allowed are 12 and 16 above 0"
                            .formatted(months.size(), windRose.size(), sum));
        }
    }

    /**
     * A usual month.
     *
     * @param maximumC mean highest temperature of its days
     * @param minimumC mean lowest, not above {@code maximumC}
     * @param rainMillimetres of the whole month, from 0
     * @param rainyDays 0 to 31
     * @param windMetresPerSecond mean at 10 m, above 0
     * @param vapourKpa mean vapour pressure, above 0
     * @param sunHours a day, 0 to 24
     * @param backgroundPm25 median of the PM2.5 that comes from outside, ug/m3, above 0
     * @param backgroundLogDeviation of its logarithm, 0 to 5
     */
    public record Month(
            double maximumC,
            double minimumC,
            double rainMillimetres,
            double rainyDays,
            double windMetresPerSecond,
            double vapourKpa,
            double sunHours,
            double backgroundPm25,
            double backgroundLogDeviation) {
        /**
         * @throws IllegalArgumentException naming the value and what is allowed
         */
        public Month {
            Ranges.requireBetween("highest temperature, C", maximumC, -60, 60);
            Ranges.requireBetween("lowest temperature, C", minimumC, -60, maximumC);
            Ranges.requireBetween("rain, mm", rainMillimetres, 0, 5000);
            Ranges.requireBetween("rainy days", rainyDays, 0, 31);
            Ranges.requireAbove("wind, m/s", windMetresPerSecond, 0);
            Ranges.requireAbove("vapour pressure, kPa", vapourKpa, 0);
            Ranges.requireBetween("sunshine, h", sunHours, 0, 24);
            Ranges.requireAbove("background PM2.5, ug/m3", backgroundPm25, 0);
            Ranges.requireBetween("background log deviation", backgroundLogDeviation, 0, 5);
        }
    }
}

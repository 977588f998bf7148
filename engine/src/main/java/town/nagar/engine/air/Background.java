package town.nagar.engine.air;

/**
 * The pollution that comes from outside the town: log-normal, remembering the day before.
 *
 * <p>Its logarithm's departure from the median is z with z' = memory z + sqrt(1 - memory^2) shock,
 * so that z stays standard normal if the shocks are.
 *
 * @param medianMicrogramsPerM3 above 0
 * @param logDeviation standard deviation of the natural logarithm, from 0
 * @param dayMemory correlation of a day's z with the next day's, from 0 and below 1
 */
public record Background(double medianMicrogramsPerM3, double logDeviation, double dayMemory) {
    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public Background {
        Ranges.requireAbove("median, ug/m3", medianMicrogramsPerM3, 0);
        Ranges.requireBetween("log deviation", logDeviation, 0, 5);
        Ranges.requireBetween("day memory", dayMemory, 0, Math.nextDown(1.0));
    }

    /**
     * Moves every place to the next day.
     *
     * @param departure z of each place; written over
     * @param shock standard normal, one a place
     * @param microgramsPerM3 receives the next day's concentrations
     */
    public void nextDay(double[] departure, double[] shock, double[] microgramsPerM3) {
        Ranges.requireLength("shock", shock.length, departure.length);
        Ranges.requireLength("concentrations", microgramsPerM3.length, departure.length);
        double fresh = Math.sqrt(1 - dayMemory * dayMemory);
        for (int place = 0; place < departure.length; place++) {
            departure[place] = dayMemory * departure[place] + fresh * shock[place];
            microgramsPerM3[place] =
                    medianMicrogramsPerM3 * StrictMath.exp(logDeviation * departure[place]);
        }
    }

    /** The long-run mean, ug/m3. */
    public double meanMicrogramsPerM3() {
        return medianMicrogramsPerM3 * StrictMath.exp(0.5 * logDeviation * logDeviation);
    }
}

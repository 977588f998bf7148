package town.nagar.engine.weather;

/**
 * How weather resembles yesterday's and itself: correlations of standardised anomalies.
 *
 * <p>Maximum and minimum are the first two variables of Richardson: Stochastic simulation of daily
 * precipitation, temperature, and solar radiation. Water Resources Research 17 (1981) 182-190.
 *
 * @param together of maximum and minimum of one day
 * @param maximum of the maximum and yesterday's maximum
 * @param minimum of the minimum and yesterday's minimum
 * @param maximumAfterMinimum of the maximum and yesterday's minimum
 * @param minimumAfterMaximum of the minimum and yesterday's maximum
 * @param wind of the strength of the wind and yesterday's, 0 to 1
 * @param sun of sunshine and yesterday's
 * @param direction probability that the wind of the next hour blows from where it blows now
 */
public record Memory(
        double together,
        double maximum,
        double minimum,
        double maximumAfterMinimum,
        double minimumAfterMaximum,
        double wind,
        double sun,
        double direction) {
    private static final double MOST = 0.999;

    /**
     * @throws IllegalArgumentException naming a value out of range, or correlations of temperatures
     *     that cannot hold at once
     */
    public Memory {
        Ranges.requireBetween("correlation of maximum and minimum", together, -MOST, MOST);
        Ranges.requireBetween("correlation of maxima", maximum, -MOST, MOST);
        Ranges.requireBetween("correlation of minima", minimum, -MOST, MOST);
        Ranges.requireBetween("correlation of winds", wind, 0, MOST);
        Ranges.requireBetween("correlation of sunshine", sun, -MOST, MOST);
        Ranges.requireBetween("persistence of direction", direction, 0, MOST);
        TemperaturePair.of(together, maximum, minimum, maximumAfterMinimum, minimumAfterMaximum);
    }

    TemperaturePair temperatures() {
        return TemperaturePair.of(
                together, maximum, minimum, maximumAfterMinimum, minimumAfterMaximum);
    }
}

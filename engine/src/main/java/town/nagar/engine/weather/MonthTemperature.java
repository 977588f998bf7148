package town.nagar.engine.weather;

/**
 * Highest and lowest temperature of the days of one month, told apart by rain.
 *
 * @param dry of days without rain
 * @param wet of days with rain
 */
public record MonthTemperature(Spread dry, Spread wet) {
    /** Mean and standard deviation, C, of the day's highest and lowest temperature. */
    public record Spread(
            double meanMaximumC,
            double deviationMaximumC,
            double meanMinimumC,
            double deviationMinimumC) {
        /**
         * @throws IllegalArgumentException naming the value and what is allowed
         */
        public Spread {
            Ranges.requireBetween(
                    "mean maximum, C", meanMaximumC, Ranges.COLDEST_C, Ranges.HOTTEST_C);
            Ranges.requireBetween("mean minimum, C", meanMinimumC, Ranges.COLDEST_C, meanMaximumC);
            Ranges.requireAbove("deviation of the maximum, C", deviationMaximumC, 0, 20);
            Ranges.requireAbove("deviation of the minimum, C", deviationMinimumC, 0, 20);
        }
    }
}

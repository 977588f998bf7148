package town.nagar.forecast.feature;

import town.nagar.forecast.series.Step;

/**
 * What earlier years had at a time of the year: the mean of the same hour of the day within 15 days
 * of the date, over up to four years before.
 */
final class SeasonProfile {
    private static final int DAYS_A_YEAR = 365;
    private static final int DAYS_BESIDE = 15;
    private static final int MOST_YEARS = 4;
    private static final int FEWEST_VALUES = 10;

    private final int day;
    private final double[] sum;
    private final int[] count;

    /**
     * Of one series.
     *
     * @param value one slot a time of the grid; NaN is missing
     */
    SeasonProfile(double[] value, Step step) {
        this.day = step.perDays(1);
        this.sum = new double[value.length];
        this.count = new int[value.length];
        for (int i = 0; day > 0 && i < value.length; i++) {
            boolean known = !Double.isNaN(value[i]);
            sum[i] = (i < day ? 0 : sum[i - day]) + (known ? value[i] : 0);
            count[i] = (i < day ? 0 : count[i - day]) + (known ? 1 : 0);
        }
    }

    /** The mean for a target, of values before an origin; NaN where fewer than 10 are known. */
    double at(int target, int origin) {
        double total = 0;
        int known = 0;
        for (int year = 1; day > 0 && year <= MOST_YEARS; year++) {
            int date = target - year * DAYS_A_YEAR * day;
            int newest = date + DAYS_BESIDE * day;
            newest -= newest < origin ? 0 : (newest - origin) / day * day + day;
            int before = date - (DAYS_BESIDE + 1) * day;
            if (newest >= 0 && newest > before) {
                total += sum[newest] - (before < 0 ? 0 : sum[before]);
                known += count[newest] - (before < 0 ? 0 : count[before]);
            }
        }
        return known < FEWEST_VALUES ? Double.NaN : total / known;
    }
}

package town.nagar.forecast.feature;

import town.nagar.forecast.series.Step;

/**
 * After how many steps a series repeats itself.
 *
 * @param cycle the short season: a day of hours, a week of days, else 1 (12 for months)
 * @param week the long one: a week, or the cycle where steps are longer than a day
 * @param year 52 weeks, so that weekdays agree; 0 where the cycle is a year already
 */
public record Seasons(int cycle, int week, int year) {
    private static final int DAYS_OF_52_WEEKS = 364;

    /** The seasons of a step. */
    public static Seasons of(Step step) {
        if (step.isWithinDay()) {
            return new Seasons(step.perDays(1), step.perDays(7), step.perDays(DAYS_OF_52_WEEKS));
        }
        if (step.isDay()) {
            return new Seasons(7, 7, DAYS_OF_52_WEEKS);
        }
        int cycle = step.months() == 1 ? 12 : 1;
        return new Seasons(cycle, cycle, 0);
    }

    /** The last index before an origin that lies whole seasons before a target. */
    public static int latest(int target, int origin, int season) {
        return target - season * ((target - origin) / season + 1);
    }
}

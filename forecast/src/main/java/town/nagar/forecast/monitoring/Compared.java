package town.nagar.forecast.monitoring;

import java.time.Instant;

/**
 * One forecast of one time at one place, beside what was measured then.
 *
 * @param origin when the forecast was made for first
 * @param index of the time forecast, from the window's first midnight
 * @param step ahead, from 0
 * @param half80 half-width of the 80 % interval; NaN if there was none
 * @param half95 the same of 95 %
 * @param baseline what the best seasonal baseline said; NaN if nothing
 */
record Compared(
        Instant origin,
        String place,
        int index,
        int step,
        double truth,
        double value,
        double half80,
        double half95,
        double baseline) {}

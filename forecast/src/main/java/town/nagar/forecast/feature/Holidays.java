package town.nagar.forecast.feature;

import java.time.LocalDate;
import town.nagar.forecast.series.Covariates;
import town.nagar.forecast.series.Panel;
import town.nagar.norms.calendar.Calendar;
import town.nagar.norms.calendar.Region;

/**
 * Which times of a panel are holidays: those the covariates name, else those of Gujarat where the
 * series were unlike themselves on them before, else none.
 */
public final class Holidays {
    private static final int FEWEST = 10;
    private static final double UNLIKE = 1.25;

    private Holidays() {}

    /**
     * The holidays, one slot a time of the grid.
     *
     * @param end values there and later are not read
     */
    public static boolean[] of(Panel panel, Covariates covariates, int end) {
        return covariates
                .holidays()
                .orElseGet(() -> {
                    boolean[] indian = indian(panel);
                    return matter(panel, indian, end) ? indian : new boolean[panel.length()];
                });
    }

    /** The days on which Gujarat has a holiday, one slot a time of the grid. */
    public static boolean[] indian(Panel panel) {
        boolean[] out = new boolean[panel.length()];
        if (panel.grid().step().perDays(1) < 1) {
            return out;
        }
        LocalDate last = LocalDate.MIN;
        boolean held = false;
        for (int i = 0; i < out.length; i++) {
            LocalDate date = panel.grid().at(i).toLocalDate();
            if (!date.equals(last)) {
                last = date;
                held = Calendar.covers(date) && Calendar.isHoliday(date, Region.GUJARAT);
            }
            out[i] = held;
        }
        return out;
    }

    /** Whether values lie further from the week before's on holidays than on other days. */
    private static boolean matter(Panel panel, boolean[] holiday, int end) {
        int week = Seasons.of(panel.grid().step()).week();
        int day = panel.grid().step().perDays(1);
        double[] sum = new double[2];
        int[] count = new int[2];
        for (int series = 0; series < panel.size(); series++) {
            for (int i = week; i < end; i++) {
                double distance = Math.abs(panel.at(series, i) - panel.at(series, i - week));
                int kind = holiday[i] ? 1 : 0;
                if (!Double.isNaN(distance) && !holiday[i - week]) {
                    sum[kind] += distance;
                    count[kind]++;
                }
            }
        }
        return count[1] >= FEWEST * Math.max(1, day)
                && sum[1] / count[1] > UNLIKE * sum[0] / Math.max(1, count[0]);
    }
}

package town.nagar.forecast.backtest;

import java.util.ArrayList;
import java.util.List;
import town.nagar.forecast.model.Problem;
import town.nagar.forecast.series.Step;

/** Steps ahead that are weighed and scored together: an eighth of a day, a day, three, a week. */
public final class Bands {
    private Bands() {}

    /** The band of each step ahead, from 0 without holes. */
    static int[] of(Problem problem) {
        return of(problem.panel().grid().step(), problem.horizon());
    }

    /** The same for a step and so many steps ahead. */
    public static int[] of(Step step, int horizon) {
        List<Integer> ends = ends(step, horizon);
        int[] bands = new int[horizon];
        int band = 0;
        for (int ahead = 0; ahead < bands.length; ahead++) {
            band += ahead == ends.get(band) ? 1 : 0;
            bands[ahead] = band;
        }
        return bands;
    }

    private static List<Integer> ends(Step step, int horizon) {
        int day = Math.max(1, step.perDays(1));
        List<Integer> ends = new ArrayList<>();
        for (int end : new int[] {day / 8, day, 3 * day, 7 * day, 14 * day}) {
            if (end >= 1 && end < horizon && (ends.isEmpty() || end > ends.getLast())) {
                ends.add(end);
            }
        }
        ends.add(horizon);
        return ends;
    }
}

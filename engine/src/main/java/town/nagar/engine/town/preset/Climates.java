package town.nagar.engine.town.preset;

import java.util.ArrayList;
import java.util.List;
import town.nagar.engine.town.plan.Climate;
import town.nagar.engine.town.plan.Climate.Month;

/**
 * Climates of two Indian regions, rounded from memory of the usual normals: to be replaced by a
 * town's own. PM2.5 from outside is set so that it makes up most of what Indian monitors show.
 */
final class Climates {
    /** Highest and lowest C, rain mm, rainy days, wind m/s, vapour kPa, sun h, PM2.5 ug/m3. */
    private static final double[][] NORTH = {
        {20, 7, 20, 2, 1.9, 0.9, 6.0, 140},
        {24, 10, 22, 2, 2.3, 1.0, 7.5, 100},
        {30, 15, 20, 2, 2.6, 1.1, 8.3, 65},
        {37, 21, 12, 1, 2.8, 1.2, 9.2, 62},
        {40, 26, 25, 2, 2.9, 1.6, 9.0, 62},
        {39, 28, 75, 4, 2.9, 2.2, 7.5, 50},
        {35, 27, 200, 9, 2.5, 2.9, 6.0, 30},
        {34, 26, 230, 10, 2.2, 2.9, 6.0, 28},
        {34, 25, 120, 5, 2.1, 2.5, 7.5, 36},
        {33, 19, 15, 1, 1.6, 1.6, 8.5, 90},
        {28, 13, 5, 0.5, 1.4, 1.2, 7.5, 150},
        {23, 8, 8, 1, 1.6, 1.0, 6.5, 150}
    };

    private static final double[][] WEST = {
        {28, 12, 2, 0.2, 2.0, 1.1, 9.2, 55},
        {31, 15, 1, 0.1, 2.1, 1.1, 9.6, 48},
        {36, 20, 1, 0.1, 2.4, 1.3, 9.7, 40},
        {40, 24, 2, 0.2, 2.8, 1.7, 10.2, 35},
        {41, 27, 6, 0.4, 3.6, 2.3, 10.6, 30},
        {38, 27, 90, 4, 3.9, 2.9, 7.8, 24},
        {34, 26, 250, 11, 3.5, 3.1, 4.6, 18},
        {32, 25, 240, 10, 2.9, 3.0, 4.4, 18},
        {34, 24, 110, 5, 2.3, 2.7, 7.0, 24},
        {36, 22, 15, 1, 1.7, 1.9, 9.4, 42},
        {33, 17, 6, 0.4, 1.7, 1.4, 9.4, 58},
        {29, 13, 2, 0.2, 1.8, 1.2, 9.1, 58}
    };

    private static final List<Double> NORTH_WINDS =
            List.of(
                    3.0, 2.0, 2.0, 4.0, 8.0, 6.0, 4.0, 2.0, 3.0, 3.0, 5.0, 8.0, 14.0, 16.0, 14.0,
                    6.0);

    private static final List<Double> WEST_WINDS =
            List.of(
                    6.0, 5.0, 6.0, 4.0, 3.0, 2.0, 2.0, 3.0, 5.0, 9.0, 14.0, 12.0, 10.0, 7.0, 6.0,
                    6.0);

    private static final double LOG_DEVIATION = 0.35;

    private Climates() {}

    /** Like Delhi's. */
    static Climate north() {
        return new Climate(28.6, 216, months(NORTH), NORTH_WINDS);
    }

    /** Like middle Gujarat's. */
    static Climate west() {
        return new Climate(23.0, 53, months(WEST), WEST_WINDS);
    }

    private static List<Month> months(double[][] rows) {
        List<Month> months = new ArrayList<>();
        for (double[] row : rows) {
            months.add(
                    new Month(
                            row[0],
                            row[1],
                            row[2],
                            row[3],
                            row[4],
                            row[5],
                            row[6],
                            row[7],
                            LOG_DEVIATION));
        }
        return months;
    }
}

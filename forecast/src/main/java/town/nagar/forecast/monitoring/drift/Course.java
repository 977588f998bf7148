package town.nagar.forecast.monitoring.drift;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Arrays;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.TimeGrid;

/**
 * What a place usually has at an hour of a working day or of a weekend, and how far values usually
 * are from that: so that like is held against like.
 *
 * <p>Of days and longer steps it is the value before, as prices have no level to return to.
 */
final class Course {
    private static final int HOURS = 24;
    private static final double TO_DEVIATION = 1.4826; // of a normal distribution's median distance

    private final boolean hourly;
    private final double[] usual;
    private final double scale;

    private Course(boolean hourly, double[] usual, double scale) {
        this.hourly = hourly;
        this.usual = usual;
        this.scale = scale;
    }

    /** The course of one series of a panel. */
    static Course of(Panel panel, int series) {
        boolean hourly = panel.grid().step().isWithinDay();
        double[] usual = hourly ? medians(panel, series) : new double[0];
        double[] apart = new Course(hourly, usual, 1).distances(panel, series);
        for (int i = 0; i < apart.length; i++) {
            apart[i] = Math.abs(apart[i]);
        }
        double typical = TO_DEVIATION * median(known(apart));
        return new Course(hourly, usual, typical > 0 ? typical : 1);
    }

    private static double[] medians(Panel panel, int series) {
        double[][] byKind = new double[2 * HOURS][panel.length()];
        int[] counts = new int[byKind.length];
        for (int i = 0; i < panel.length(); i++) {
            double value = panel.at(series, i);
            if (Double.isFinite(value)) {
                int kind = kind(panel.grid(), i);
                byKind[kind][counts[kind]++] = value;
            }
        }
        double[] usual = new double[byKind.length];
        for (int kind = 0; kind < usual.length; kind++) {
            usual[kind] = median(Arrays.copyOf(byKind[kind], counts[kind]));
        }
        return usual;
    }

    private static int kind(TimeGrid grid, int index) {
        LocalDateTime at = grid.at(index);
        boolean weekend = at.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        return at.getHour() + (weekend ? HOURS : 0);
    }

    /** NaN for no values; the mean of two in the middle. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int upper = sorted.length / 2;
        return sorted.length == 0
                ? Double.NaN
                : (sorted[upper] + sorted[(sorted.length - 1) / 2]) / 2;
    }

    /** The values that are known, in the same order. */
    static double[] known(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).toArray();
    }

    /**
     * How far the values of a series are from their course.
     *
     * @return one slot a time, in units of the usual distance; NaN where a value is missing
     */
    double[] distances(Panel panel, int series) {
        double[] out = new double[panel.length()];
        for (int i = 0; i < out.length; i++) {
            double before = hourly ? usual[kind(panel.grid(), i)] : panel.at(series, i - 1);
            out[i] = (panel.at(series, i) - before) / scale;
        }
        return out;
    }

    /** The usual distance, in the series' unit. */
    double scale() {
        return scale;
    }
}

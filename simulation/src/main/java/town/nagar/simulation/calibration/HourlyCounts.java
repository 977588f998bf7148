package town.nagar.simulation.calibration;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.SortedMap;

/** Counted vehicles of weekdays' hours, in blocks of a week; hours without a count are left out. */
public final class HourlyCounts implements Misfit {
    private static final int HOURS = 24;
    private static final int WEEKDAYS = 5;
    private static final int DAYS_A_WEEK = 7;

    /** By week and hour of the day: counts, their mean, and their squares about it. */
    private final int[][] number;

    private final double[][] mean;
    private final double[][] within;
    private final int[] observations;
    private final double most;
    private final double[] curve = new double[HOURS];

    private HourlyCounts(double[][] vehicles, int[] observations, double most) {
        number = new int[vehicles.length][HOURS];
        mean = new double[vehicles.length][HOURS];
        within = new double[vehicles.length][HOURS];
        this.observations = observations;
        this.most = most;
        for (int week = 0; week < vehicles.length; week++) {
            for (int hour = 0; hour < vehicles[week].length; hour++) {
                add(week, hour % HOURS, vehicles[week][hour]);
            }
        }
    }

    /** Takes a count in, the way Welford (Technometrics 4 (1962) 419) does. */
    private void add(int week, int hour, double count) {
        if (!Double.isNaN(count)) {
            double before = count - mean[week][hour];
            mean[week][hour] += before / ++number[week][hour];
            within[week][hour] += before * (count - mean[week][hour]);
        }
    }

    /**
     * Counts by local hour; Saturdays and Sundays are left out, as are weeks without any count.
     *
     * @param counts vehicles from 0, by the hour's beginning
     * @throws IllegalArgumentException if there is no count of a weekday, or one is no number from
     *     0
     */
    public static HourlyCounts of(SortedMap<LocalDateTime, Double> counts) {
        if (counts.isEmpty()) {
            throw new IllegalArgumentException("no counts; allowed are some weeks of them");
        }
        var monday = counts.firstKey().toLocalDate().with(DayOfWeek.MONDAY);
        long weeks = ChronoUnit.DAYS.between(monday, counts.lastKey().toLocalDate()) / DAYS_A_WEEK;
        var all = new double[Math.toIntExact(weeks) + 1][WEEKDAYS * HOURS];
        for (double[] week : all) {
            Arrays.fill(week, Double.NaN);
        }
        counts.forEach((hour, count) -> {
            requireCount(hour, count);
            int day = (int) ChronoUnit.DAYS.between(monday, hour.toLocalDate());
            if (day % DAYS_A_WEEK < WEEKDAYS) {
                all[day / DAYS_A_WEEK][day % DAYS_A_WEEK * HOURS + hour.getHour()] = count;
            }
        });
        double[][] some =
                Arrays.stream(all).filter(week -> known(week) > 0).toArray(double[][]::new);
        int[] observations = Arrays.stream(some).mapToInt(HourlyCounts::known).toArray();
        double most =
                Arrays.stream(some)
                        .flatMapToDouble(Arrays::stream)
                        .filter(count -> !Double.isNaN(count))
                        .max()
                        .orElseThrow(() -> new IllegalArgumentException("no count of a weekday"));
        return new HourlyCounts(some, observations, most);
    }

    private static void requireCount(LocalDateTime hour, double count) {
        if (!(count >= 0 && count < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "%s: count %s; allowed are numbers from 0".formatted(hour, count));
        }
    }

    private static int known(double[] week) {
        return (int) Arrays.stream(week).filter(count -> !Double.isNaN(count)).count();
    }

    /** The largest count. */
    public double most() {
        return most;
    }

    @Override
    public int blocks() {
        return number.length;
    }

    @Override
    public int observations(int block) {
        return observations[block];
    }

    @Override
    public void squares(double[] parameters, double[] out) {
        DayCurve.write(parameters, curve);
        for (int week = 0; week < number.length; week++) {
            double sum = 0;
            for (int hour = 0; hour < HOURS; hour++) {
                double apart = mean[week][hour] - curve[hour];
                sum += within[week][hour] + number[week][hour] * apart * apart;
            }
            out[week] = sum;
        }
    }
}

package town.nagar.engine.weather;

import java.time.LocalDate;

/**
 * Measured days of one place, in order of their dates; a day that was not measured is left out.
 * Arrays are copied in and have one slot a day.
 */
public final class DailyHistory {
    private static final int LEAST_YEARS = 5;
    private static final double DAYS_A_YEAR = 365.25;
    private static final double LEAST_COVERED = 0.9;
    private static final double MOST_RAIN = 2000;
    private static final double STRONGEST_WIND = 60;

    final long[] epochDay;
    final int[] month;
    final double[] fromMiddle;
    final double[] rainMillimetres;
    final double[] maximumC;
    final double[] minimumC;
    final double[] windMetresPerSecond;

    private DailyHistory(
            long[] epochDay,
            double[] rainMillimetres,
            double[] maximumC,
            double[] minimumC,
            double[] windMetresPerSecond) {
        this.epochDay = epochDay.clone();
        this.rainMillimetres = rainMillimetres.clone();
        this.maximumC = maximumC.clone();
        this.minimumC = minimumC.clone();
        this.windMetresPerSecond = windMetresPerSecond.clone();
        this.month = new int[epochDay.length];
        this.fromMiddle = new double[epochDay.length];
    }

    /**
     * A history that is long, whole and plausible enough to learn a climate from: five years or
     * more, at least nine days of ten between its ends.
     *
     * @param epochDay days since 1970-01-01, ascending
     * @param rainMillimetres 0 to 2,000
     * @param maximumC -60 to 60
     * @param minimumC -60 to the maximum
     * @param windMetresPerSecond daily mean at 10 m, 0 to 60
     * @throws IllegalArgumentException naming the date, the column, the value and what is allowed
     */
    public static DailyHistory of(
            long[] epochDay,
            double[] rainMillimetres,
            double[] maximumC,
            double[] minimumC,
            double[] windMetresPerSecond) {
        requireLength("rain", rainMillimetres, epochDay.length);
        requireLength("maximum temperature", maximumC, epochDay.length);
        requireLength("minimum temperature", minimumC, epochDay.length);
        requireLength("wind", windMetresPerSecond, epochDay.length);
        var history =
                new DailyHistory(
                        epochDay, rainMillimetres, maximumC, minimumC, windMetresPerSecond);
        for (int day = 0; day < epochDay.length; day++) {
            history.check(day);
        }
        history.requireLongAndWhole();
        return history;
    }

    private static void requireLength(String column, double[] values, int days) {
        if (values.length != days) {
            throw new IllegalArgumentException(
                    "%s of %d days, but dates of %d; allowed is one value a date"
                            .formatted(column, values.length, days));
        }
    }

    private void check(int day) {
        LocalDate date = LocalDate.ofEpochDay(epochDay[day]);
        if (day > 0 && epochDay[day] <= epochDay[day - 1]) {
            throw new IllegalArgumentException(
                    "%s follows %s; allowed are dates that ascend"
                            .formatted(date, LocalDate.ofEpochDay(epochDay[day - 1])));
        }
        Ranges.requireBetween(date + ": rain, mm", rainMillimetres[day], 0, MOST_RAIN);
        Ranges.requireBetween(
                date + ": maximum, C", maximumC[day], Ranges.COLDEST_C, Ranges.HOTTEST_C);
        Ranges.requireBetween(
                date + ": minimum, C", minimumC[day], Ranges.COLDEST_C, maximumC[day]);
        Ranges.requireBetween(date + ": wind, m/s", windMetresPerSecond[day], 0, STRONGEST_WIND);
        month[day] = date.getMonthValue() - 1;
        fromMiddle[day] = (date.getDayOfMonth() - 0.5) / date.lengthOfMonth() - 0.5;
    }

    private void requireLongAndWhole() {
        int days = epochDay.length;
        long span = days == 0 ? 0 : epochDay[days - 1] - epochDay[0] + 1;
        if (span < (long) (LEAST_YEARS * DAYS_A_YEAR)) {
            throw new IllegalArgumentException(
                    "history of %d days; allowed are %d years or more"
                            .formatted(span, LEAST_YEARS));
        }
        if (days < LEAST_COVERED * span) {
            throw new IllegalArgumentException(
                    "history has %d of the %d days from %s to %s; allowed are %.0f %% or more"
                            .formatted(
                                    days,
                                    span,
                                    LocalDate.ofEpochDay(epochDay[0]),
                                    LocalDate.ofEpochDay(epochDay[days - 1]),
                                    100 * LEAST_COVERED));
        }
    }

    int count() {
        return epochDay.length;
    }

    /** Whether the slot before holds the day before. */
    boolean followsADay(int day) {
        return day > 0 && epochDay[day] == epochDay[day - 1] + 1;
    }
}

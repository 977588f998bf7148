package town.nagar.forecast.prophet;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The past as the fit needs it: rows with a value alone, in order of time. */
final class History {
    private final double[] days;
    private final double[] values;
    private final double[][] regressors;

    private History(double[] days, double[] values, double[][] regressors) {
        this.days = days;
        this.values = values;
        this.regressors = regressors;
    }

    /** Leaves out rows whose value is NaN; refuses whatever else is no number. */
    static History of(double[] days, double[] values, double[][] regressors) {
        requireOneValueARow(days.length, values.length);
        int[] order =
                IntStream.range(0, days.length)
                        .filter(row -> !Double.isNaN(values[row]))
                        .boxed()
                        .sorted(Comparator.comparingDouble(row -> days[row]))
                        .mapToInt(row -> row)
                        .toArray();
        double[][] picked = new double[regressors.length][];
        for (int place = 0; place < regressors.length; place++) {
            requireOneValueARow(days.length, regressors[place].length);
            picked[place] = pick(regressors[place], order);
            requireNumbers("regressor " + place, picked[place]);
        }
        History history = new History(pick(days, order), pick(values, order), picked);
        requireNumbers("days", history.days);
        requireNumbers("values", history.values);
        history.requireTwoTimes();
        return history;
    }

    static void requireOneValueARow(int rows, int values) {
        if (values != rows) {
            throw new IllegalArgumentException("%d rows, %d values".formatted(rows, values));
        }
    }

    static void requireNumbers(String what, double[] values) {
        for (int row = 0; row < values.length; row++) {
            if (!Double.isFinite(values[row])) {
                throw new IllegalArgumentException(
                        "%s: %s in row %d".formatted(what, values[row], row));
            }
        }
    }

    private void requireTwoTimes() {
        if (days.length < 2 || startDay() == endDay()) {
            throw new IllegalArgumentException(
                    "%d values at fewer than two times".formatted(days.length));
        }
    }

    private static double[] pick(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }

    double[] days() {
        return days;
    }

    double[] values() {
        return values;
    }

    double[][] regressors() {
        return regressors;
    }

    double startDay() {
        return days[0];
    }

    double endDay() {
        return days[days.length - 1];
    }

    double greatestSize() {
        double greatest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        return greatest == 0 ? 1 : greatest;
    }

    /**
     * Bends at equal counts of rows over the first {@code range} of them, the first row left out.
     */
    double[] changepointDays(int most, double range) {
        int rows = (int) Math.floor(days.length * range);
        int count = Math.min(most, rows - 1);
        return IntStream.rangeClosed(1, Math.max(0, count))
                .mapToDouble(bend -> days[(int) Math.rint(bend * (rows - 1.0) / count)])
                .toArray();
    }
}

package town.nagar.forecast.prophet;

import java.util.List;

/** The model's columns over given times: row after row in one array. */
final class Design {
    private final List<Column> columns;
    private final List<Standard> standards;

    Design(List<Column> columns, List<Standard> standards) {
        this.columns = columns;
        this.standards = standards;
    }

    int columns() {
        return columns.size();
    }

    List<Standard> standards() {
        return standards;
    }

    Column column(int index) {
        return columns.get(index);
    }

    /**
     * All rows.
     *
     * @param days local time in days since 1970-01-01, any order
     * @param regressors one array a regressor, one value a time
     * @return {@code days.length} rows of {@link #columns} values
     */
    double[] rows(double[] days, double[][] regressors) {
        int width = columns.size();
        double[] rows = new double[days.length * width];
        for (int column = 0; column < width; column++) {
            for (int row = 0; row < days.length; row++) {
                rows[row * width + column] = value(columns.get(column), days[row], row, regressors);
            }
        }
        return rows;
    }

    private double value(Column column, double day, int row, double[][] regressors) {
        return switch (column) {
            case Column.Wave wave -> wave.at(day);
            case Column.DayOf dayOf -> dayOf.at(day);
            case Column.Measured(_, int place) -> standards.get(place).of(regressors[place][row]);
        };
    }
}

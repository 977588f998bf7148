package town.nagar.forecast.series;

import java.util.Arrays;
import java.util.List;

/** Series on one grid of times; NaN where a value is missing. */
public final class Panel {
    private final TimeGrid grid;
    private final List<String> names;
    private final double[][] values;

    private Panel(TimeGrid grid, List<String> names, double[][] values) {
        this.grid = grid;
        this.names = names;
        this.values = values;
    }

    /**
     * A panel of values, which are copied.
     *
     * @param values one array a series, one slot a time of the grid
     * @throws IllegalArgumentException if an array has another length
     */
    public static Panel of(TimeGrid grid, List<String> names, double[][] values) {
        double[][] copies = new double[values.length][];
        for (int series = 0; series < values.length; series++) {
            copies[series] = values[series].clone();
        }
        return owning(grid, names, copies);
    }

    /** A panel that keeps the arrays given; their maker forgets them. */
    static Panel owning(TimeGrid grid, List<String> names, double[][] values) {
        for (double[] one : values) {
            if (one.length != grid.length() || names.size() != values.length) {
                throw new IllegalArgumentException(
                        "%d names, %d values on a grid of %d times"
                                .formatted(names.size(), one.length, grid.length()));
            }
        }
        return new Panel(grid, List.copyOf(names), values);
    }

    public TimeGrid grid() {
        return grid;
    }

    public List<String> names() {
        return names;
    }

    /** How many series. */
    public int size() {
        return values.length;
    }

    public int length() {
        return grid.length();
    }

    /** The value of a series at an index; NaN where missing and outside the grid. */
    public double at(int series, int index) {
        double[] one = values[series];
        return index >= 0 && index < one.length ? one[index] : Double.NaN;
    }

    /** Whether a series has values below 0 before an index. */
    public boolean hasNegative(int series, int end) {
        for (int i = 0; i < end; i++) {
            if (at(series, i) < 0) {
                return true;
            }
        }
        return false;
    }

    /** A copy of one series, one slot a time. */
    public double[] copy(int series) {
        return values[series].clone();
    }

    /** The panel as known just before an index: that index and all later ones are gone. */
    public Panel before(int end) {
        double[][] kept = new double[values.length][];
        for (int series = 0; series < kept.length; series++) {
            kept[series] = Arrays.copyOf(values[series], end);
        }
        return new Panel(grid.withLength(end), names, kept);
    }

    /** The panel on a longer grid, with nothing known at the times added. */
    public Panel reaching(int length) {
        if (length <= grid.length()) {
            return this;
        }
        double[][] longer = new double[values.length][];
        for (int series = 0; series < longer.length; series++) {
            longer[series] = Arrays.copyOf(values[series], length);
            Arrays.fill(longer[series], grid.length(), length, Double.NaN);
        }
        return new Panel(grid.withLength(length), names, longer);
    }
}

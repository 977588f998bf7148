package town.nagar.forecast.monitoring;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.TimeGrid;

/** Arrays of one slot a time, NaN where nothing is known. */
final class Slots {
    private Slots() {}

    static double[] empty(int length) {
        double[] slots = new double[length];
        Arrays.fill(slots, Double.NaN);
        return slots;
    }

    /** A panel of places in alphabetic order; empty if there is none. */
    static Optional<Panel> panel(TimeGrid grid, SortedMap<String, double[]> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Panel.of(
                                grid,
                                List.copyOf(values.keySet()),
                                values.values().toArray(double[][]::new)));
    }
}

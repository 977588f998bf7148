package town.nagar.forecast.monitoring;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.TimeGrid;
import town.nagar.forecast.serving.History;
import town.nagar.forecast.serving.Measure;

/**
 * What is known of a measure: stored values, and where nothing is stored, what simulated sensors
 * would have given before the town was started.
 */
public final class WholePast {
    private final History history;
    private final Function<Measure, Optional<Panel>> generated;

    public WholePast(History history, Function<Measure, Optional<Panel>> generated) {
        this.history = history;
        this.generated = generated;
    }

    /**
     * Reads it.
     *
     * @param until the first time that is not in it, in Indian time
     * @param length steps
     * @return empty if nothing is known
     * @throws IOException if the history does not answer
     */
    public Optional<Panel> read(Measure measure, LocalDateTime until, int length)
            throws IOException {
        var grid = new TimeGrid(measure.step().after(until, -length), measure.step(), length);
        SortedMap<String, double[]> values = new TreeMap<>();
        generated.apply(measure).ifPresent(panel -> add(panel, grid, values));
        if (measure.isMeasured()) {
            history.read(measure, grid).forEach((place, stored) -> put(stored, place, values));
        }
        return Slots.panel(grid, values);
    }

    private static void add(Panel panel, TimeGrid grid, Map<String, double[]> values) {
        int shift = panel.grid().indexAtOrBefore(grid.at(0));
        for (int series = 0; series < panel.size(); series++) {
            double[] slots = Slots.empty(grid.length());
            for (int i = 0; i < slots.length; i++) {
                slots[i] = panel.at(series, i + shift);
            }
            values.put(panel.names().get(series), slots);
        }
    }

    private static void put(double[] stored, String place, Map<String, double[]> values) {
        double[] slots = values.computeIfAbsent(place, _ -> Slots.empty(stored.length));
        for (int i = 0; i < slots.length; i++) {
            slots[i] = Double.isFinite(stored[i]) ? stored[i] : slots[i];
        }
    }
}

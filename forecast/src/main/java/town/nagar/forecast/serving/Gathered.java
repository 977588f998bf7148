package town.nagar.forecast.serving;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import town.nagar.forecast.feature.Anchor;
import town.nagar.forecast.feature.FeatureSet;
import town.nagar.forecast.feature.Holidays;
import town.nagar.forecast.model.Taste;
import town.nagar.forecast.rollout.Lineup.Production;
import town.nagar.forecast.series.Covariates;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.TimeGrid;

/**
 * What is stored of a measure and, where nothing is, what simulated sensors would have said, in the
 * form that each version wants. Versions that want the same share it. For one thread.
 */
final class Gathered {
    private final Measure measure;
    private final TimeGrid grid;
    private final Map<String, double[]> stored;
    private final Optional<Panel> past;
    private final Map<Form, PlacesNow> known = new HashMap<>();

    /**
     * What a version's features differ by.
     *
     * @param names of the places: the model's first and in its order, as its features have them
     * @param base what values are measured from
     * @param holidays whether they count as such
     */
    private record Form(List<String> names, Anchor base, boolean holidays) {}

    /**
     * What was read.
     *
     * @param grid from the start of memory to the origin, which it does not hold
     * @param stored one array a place, one slot a time; NaN where nothing is
     * @param past what was generated
     */
    Gathered(Measure measure, TimeGrid grid, Map<String, double[]> stored, Optional<Panel> past) {
        this.measure = measure;
        this.grid = grid;
        this.stored = stored;
        this.past = past;
    }

    Measure measure() {
        return measure;
    }

    /**
     * The places as a version wants them.
     *
     * @return empty if no place is known
     */
    Optional<PlacesNow> of(Production production) {
        Form form = form(production);
        return form.names().isEmpty()
                ? Optional.empty()
                : Optional.of(known.computeIfAbsent(form, this::made));
    }

    private Form form(Production production) {
        Set<String> names = new LinkedHashSet<>();
        Anchor base = Taste.of(measure.domain(), grid.step().isWithinDay()).base();
        boolean holidays = false;
        if (production instanceof Production.Model(_, var saved)) {
            names.addAll(saved.provenance().series());
            base = saved.provenance().parameters().base();
            holidays = saved.provenance().holidays();
        }
        Set<String> others = new TreeSet<>(stored.keySet());
        past.ifPresent(panel -> others.addAll(panel.names()));
        names.addAll(others);
        return new Form(new ArrayList<>(names), base, holidays);
    }

    private PlacesNow made(Form form) {
        List<String> names = form.names();
        double[][] values = new double[names.size()][grid.length()];
        boolean[][] isStored = new boolean[names.size()][grid.length()];
        for (int series = 0; series < values.length; series++) {
            double[] own = stored.getOrDefault(names.get(series), new double[0]);
            int there = past.map(Panel::names).orElse(List.of()).indexOf(names.get(series));
            for (int i = 0; i < grid.length(); i++) {
                isStored[series][i] = i < own.length && !Double.isNaN(own[i]);
                values[series][i] = isStored[series][i] ? own[i] : generated(there, i);
            }
        }
        Panel panel = Panel.of(grid, names, values).reaching(grid.length() + measure.horizon());
        var features = new Remade<>(() -> features(panel, form.base(), form.holidays()));
        return new PlacesNow(measure, grid.length(), panel, isStored, features);
    }

    private double generated(int series, int index) {
        return past.isEmpty() || series < 0
                ? Double.NaN
                : past.get().at(series, past.get().grid().indexAtOrBefore(grid.at(index)));
    }

    private static FeatureSet features(Panel panel, Anchor base, boolean holidays) {
        boolean[] days = holidays ? Holidays.indian(panel) : new boolean[panel.length()];
        return new FeatureSet(panel, Covariates.none(), days, base);
    }
}

package town.nagar.forecast.serving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import town.nagar.forecast.artifact.Provenance;
import town.nagar.forecast.artifact.SavedModel;
import town.nagar.forecast.feature.FeatureSet;
import town.nagar.forecast.feature.Holidays;
import town.nagar.forecast.model.Taste;
import town.nagar.forecast.rollout.Lineup.Production;
import town.nagar.forecast.series.Covariates;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.TimeGrid;

/**
 * A measure's values at all places up to now, and their features, ready to be forecast from.
 *
 * <p>The model's places come first and in its order, as its features have them.
 */
final class Snapshot {
    private final Measure measure;
    private final int origin;
    private final Production production;
    private final Panel panel;
    private final double[] scales;
    private final List<String> complaints = new ArrayList<>();
    private final Remade<FeatureSet> features;
    private final Map<String, Integer> places = new HashMap<>();
    private final boolean[][] stored;
    private final int[] fingerprints;
    private final String misfit;
    private final double[][] forecasts;

    private Snapshot(
            Measure measure, int origin, Production production, Panel panel, boolean[][] stored) {
        this.measure = measure;
        this.origin = origin;
        this.production = production;
        this.panel = panel;
        this.stored = stored;
        this.features = new Remade<>(() -> features(measure, panel, production));
        this.fingerprints = new int[panel.size()];
        this.scales = new double[panel.size()];
        FeatureSet now = features.get();
        for (int series = 0; series < fingerprints.length; series++) {
            places.put(panel.names().get(series), series);
            fingerprints[series] = Arrays.hashCode(panel.copy(series));
            scales[series] = now.scale(series, origin);
            complaints.add(now.complaint(series, origin).orElse(""));
        }
        this.misfit = misfit(measure, now, production);
        this.forecasts = misfit.isEmpty() ? forecasts(now) : new double[0][];
    }

    /** Why the model cannot be used on these features; empty if it can. */
    private static String misfit(Measure measure, FeatureSet features, Production production) {
        return switch (production) {
            case Production.None(var reason) -> reason;
            case Production.Unusable(_, var reason) -> reason;
            case Production.Model(_, var saved) -> {
                Provenance about = saved.provenance();
                if (!about.featureSet().equals(Provenance.featureSet(features.names()))) {
                    yield "the model was made with other features";
                }
                yield about.horizonSteps() < measure.horizon()
                                || !about.step().equals(measure.step())
                        ? "the model is of another horizon or step"
                        : "";
            }
        };
    }

    /** What the model says of all places that it knows, in one go. */
    private double[][] forecasts(FeatureSet now) {
        SavedModel saved = ((Production.Model) production).saved();
        int[] known = IntStream.range(0, saved.provenance().series().size()).toArray();
        double[][] out = new double[known.length][measure.horizon()];
        saved.learnt().forecast(now, known, origin, out);
        return out;
    }

    /**
     * Puts together what is stored and, where nothing is, what simulated sensors would have said.
     *
     * @param grid from the start of memory to the origin, which it does not hold
     * @return empty if no place is known
     */
    static Optional<Snapshot> of(
            Measure measure,
            TimeGrid grid,
            Map<String, double[]> stored,
            Optional<Panel> past,
            Production production) {
        List<String> names = names(stored.keySet(), past, production);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        double[][] values = new double[names.size()][grid.length()];
        boolean[][] isStored = new boolean[names.size()][grid.length()];
        for (int series = 0; series < values.length; series++) {
            double[] own = stored.getOrDefault(names.get(series), new double[0]);
            int there = past.map(Panel::names).orElse(List.of()).indexOf(names.get(series));
            for (int i = 0; i < grid.length(); i++) {
                isStored[series][i] = i < own.length && !Double.isNaN(own[i]);
                values[series][i] = isStored[series][i] ? own[i] : generated(past, there, grid, i);
            }
        }
        Panel panel = Panel.of(grid, names, values).reaching(grid.length() + measure.horizon());
        return Optional.of(new Snapshot(measure, grid.length(), production, panel, isStored));
    }

    private static double generated(Optional<Panel> past, int series, TimeGrid grid, int index) {
        return past.isEmpty() || series < 0
                ? Double.NaN
                : past.get().at(series, past.get().grid().indexAtOrBefore(grid.at(index)));
    }

    private static List<String> names(
            Set<String> stored, Optional<Panel> past, Production production) {
        Set<String> names = new LinkedHashSet<>();
        if (production instanceof Production.Model(_, var saved)) {
            names.addAll(saved.provenance().series());
        }
        Set<String> others = new TreeSet<>(stored);
        past.ifPresent(panel -> others.addAll(panel.names()));
        names.addAll(others);
        return new ArrayList<>(names);
    }

    private static FeatureSet features(Measure measure, Panel panel, Production production) {
        boolean[] holidays = new boolean[panel.length()];
        Taste taste = Taste.of(measure.domain(), panel.grid().step().isWithinDay());
        if (production instanceof Production.Model(_, var saved)) {
            taste = saved.provenance().parameters();
            holidays = saved.provenance().holidays() ? Holidays.indian(panel) : holidays;
        }
        return new FeatureSet(panel, Covariates.none(), holidays, taste.base());
    }

    Measure measure() {
        return measure;
    }

    Production production() {
        return production;
    }

    /** The features of all times; made again where memory was needed for other things. */
    FeatureSet features() {
        return features.get();
    }

    /** The unit that errors at a place are measured in, as known at the origin. */
    double scale(int series) {
        return scales[series];
    }

    /** What is wrong with a place's features of now, by their definitions; empty if nothing. */
    String complaint(int series) {
        return complaints.get(series);
    }

    /** Whether a place had values below 0. */
    boolean hasNegative(int series) {
        return panel.hasNegative(series, origin);
    }

    /** The index of the first time that is forecast. */
    int origin() {
        return origin;
    }

    Optional<Integer> find(String place) {
        return Optional.ofNullable(places.get(place));
    }

    List<String> places() {
        return panel.names();
    }

    /** Why the model in production cannot be used; empty if it can. */
    String misfit() {
        return misfit;
    }

    /**
     * What the model says, where it is no misfit.
     *
     * @param series one that the model knows
     * @param step ahead, 0 for the first time forecast
     */
    double forecast(int series, int step) {
        return forecasts[series][step];
    }

    /** When a step ahead begins. */
    Instant at(int step) {
        return IndianTime.instant(panel.grid().at(origin + step));
    }

    /** How many of the values are stored ones. */
    int stored(int series) {
        int count = 0;
        for (boolean is : stored[series]) {
            count += is ? 1 : 0;
        }
        return count;
    }

    /** How many values there are in the last so many steps, stored and generated. */
    int known(int series, int steps) {
        int count = 0;
        for (int i = Math.max(0, origin - steps); i < origin; i++) {
            count += Double.isNaN(panel.at(series, i)) ? 0 : 1;
        }
        return count;
    }

    /** Steps since the newest stored value, 1 if it is the last before the origin. */
    int age(int series) {
        for (int back = 1; back <= origin; back++) {
            if (stored[series][origin - back]) {
                return back;
            }
        }
        return Integer.MAX_VALUE;
    }

    /** The places whose newest stored value is not too old; all, where nothing is ever stored. */
    List<Integer> fresh() {
        return IntStream.range(0, fingerprints.length)
                .filter(series -> !measure.isMeasured() || age(series) <= measure.fresh())
                .boxed()
                .toList();
    }

    /** Differs where the values differ, but for chance of one in four thousand million. */
    int fingerprint(int series) {
        return fingerprints[series];
    }
}

package town.nagar.forecast.feature;

import java.util.ArrayList;
import java.util.List;

/** Definitions made ready to be computed: one column a feature, one a covariate of the weather. */
public final class Columns {
    private static final String EACH = "{covariate}";

    private final List<Feature> features;
    private final Column[] columns;

    /** Computes a column of a row. */
    @FunctionalInterface
    private interface Column {
        double of(FeatureRow row);
    }

    private Columns(List<Feature> features, List<Column> columns) {
        this.features = List.copyOf(features);
        this.columns = columns.toArray(Column[]::new);
    }

    /**
     * Columns in the features' order.
     *
     * @param covariates those of the panel, for each of which stands a run of weather features
     * @throws IllegalArgumentException if a feature is pushed and not computed
     */
    static Columns of(List<Feature> features, List<String> covariates) {
        List<Feature> expanded = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        int at = 0;
        while (at < features.size()) {
            int end = endOfWeather(features, at);
            for (int covariate = 0; covariate < covariates.size() && end > at; covariate++) {
                for (Feature feature : features.subList(at, end)) {
                    expanded.add(named(feature, covariates.get(covariate)));
                    columns.add(
                            weather((Transformation.Weather) feature.transformation(), covariate));
                }
            }
            if (end == at) {
                Feature feature = features.get(end++);
                columns.add(compiled(feature, expanded));
                expanded.add(feature);
            }
            at = end;
        }
        return new Columns(expanded, columns);
    }

    private static int endOfWeather(List<Feature> features, int from) {
        int end = from;
        while (end < features.size()
                && features.get(end).transformation() instanceof Transformation.Weather) {
            end++;
        }
        return end;
    }

    private static Feature named(Feature of, String covariate) {
        return new Feature(
                of.name().replace(EACH, covariate),
                of.transformation(),
                of.type(),
                of.least(),
                of.most(),
                of.needed(),
                of.description());
    }

    private static Column weather(Transformation.Weather weather, int covariate) {
        int span = weather.over().ordinal();
        return row -> row.set.sums(covariate).of(span, row.series, row.origin, row.target);
    }

    private static Column compiled(Feature feature, List<Feature> before) {
        return switch (feature.transformation()) {
            case Transformation.Position(var of) -> position(of);
            case Transformation.Calendar(var part) -> calendar(part.ordinal());
            case Transformation.Holiday(var days) ->
                    row -> row.set.isHoliday(row.target + days * row.set.stepsADay()) ? 1 : 0;
            case Transformation.Last(var in) -> row -> row.in(in, row.signals.last[row.now]);
            case Transformation.Lag(var signal, var season, var back, var in) ->
                    row -> row.in(in, FeatureRow.pick(row.signal(signal), row.index(season, back)));
            case Transformation.SameSlots(var count, var in) ->
                    row -> row.in(in, row.sameSlots(count));
            case Transformation.Rolling rolling -> rolling(rolling);
            case Transformation.Profile(var kind, var day, var in) ->
                    row -> row.in(in, row.profile(kind, day));
            case Transformation.YearAgo(var same, var in) -> row -> row.in(in, row.yearAgo(same));
            case Transformation.Neighbours(var span) ->
                    row -> row.set.neighbours(span)[row.series][row.now];
            case Transformation.Leaders(var lead) -> row -> row.leaders(lead);
            case Transformation.SeasonOfYear(var told, var in) ->
                    row -> row.in(in, row.seasonOfYear(told));
            case Transformation.Interaction(var left, var right) ->
                    product(index(left, before), index(right, before));
            case Transformation.Weather _ -> throw new AssertionError("expanded before");
            case Transformation.Pushed _ ->
                    throw new IllegalArgumentException(feature.name() + " is pushed, not computed");
        };
    }

    private static Column position(Transformation.Position.Of of) {
        return switch (of) {
            case SERIES -> row -> row.series;
            case HORIZON -> row -> row.target - row.origin + 1;
            case LEVEL -> FeatureRow::level;
            case AGE -> FeatureRow::age;
        };
    }

    private static Column calendar(int part) {
        return row -> row.set.clock(row.target)[part];
    }

    private static Column rolling(Transformation.Rolling rolling) {
        int window = rolling.window();
        Transformation.In in = rolling.in();
        if (rolling.signal() == Transformation.Signal.ANOMALY) {
            return row -> row.in(in, row.signals.anomalyMean[window][row.now]);
        }
        return switch (rolling.statistic()) {
            case MEAN -> row -> row.in(in, row.signals.mean[window][row.now]);
            case DEVIATION -> row -> row.in(in, row.signals.deviation[window][row.now]);
            case MIN -> row -> row.in(in, row.signals.min[window][row.now]);
            case MAX -> row -> row.in(in, row.signals.max[window][row.now]);
        };
    }

    private static Column product(int left, int right) {
        return row -> (double) row.out[row.first + left] * row.out[row.first + right];
    }

    private static int index(String name, List<Feature> before) {
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no feature '%s' stands before".formatted(name));
    }

    /** The features, one a column. */
    public List<Feature> features() {
        return features;
    }

    /** The features' names, one a column. */
    public List<String> names() {
        return features.stream().map(Feature::name).toList();
    }

    public int size() {
        return columns.length;
    }

    void write(FeatureRow row) {
        for (int i = 0; i < columns.length; i++) {
            row.out[row.first + i] = (float) columns[i].of(row);
        }
    }
}

package town.nagar.forecast.feature;

import java.util.List;
import town.nagar.forecast.feature.Transformation.In;
import town.nagar.forecast.feature.Transformation.Season;
import town.nagar.forecast.feature.Transformation.Signal;

/** Reads one feature of a YAML file. */
final class FeatureReader {
    static final String NAME = "[a-z][a-z0-9_]{0,62}";
    static final String NAME_WORDS = "a-z, 0-9 and _, up to 63, a letter first";
    private static final String COLUMN = "(\\{covariate}_)?" + NAME;
    private static final int LONGEST_LAG = 10_000;
    private static final int MOST_SLOTS = 366;
    private static final String[] OF_ALL = {
        "name", "transformation", "type", "min", "max", "needed", "description"
    };

    /** The kinds of transformation, by the word that YAML has for them. */
    private enum Kind {
        POSITION("of"),
        CALENDAR("part"),
        HOLIDAY("days"),
        LAST("in"),
        LAG("signal", "season", "back", "in"),
        SAME_SLOTS("count", "in"),
        ROLLING("signal", "statistic", "window", "in"),
        PROFILE("kind", "day", "in"),
        YEAR_AGO("same", "in"),
        NEIGHBOURS("span"),
        LEADERS("lead"),
        SEASON_OF_YEAR("told", "in"),
        WEATHER("over"),
        INTERACTION("of"),
        PUSHED();

        @SuppressWarnings("ImmutableEnumChecker") // never changed
        private final List<String> fields;

        Kind(String... fields) {
            this.fields = List.of(fields);
        }
    }

    private FeatureReader() {}

    /**
     * The feature that the fields define.
     *
     * @throws DefinitionException if they define none
     */
    static Feature read(YamlFields fields) {
        Kind kind = fields.choice("transformation", Kind.class);
        String[] allowed = new String[OF_ALL.length + kind.fields.size()];
        System.arraycopy(OF_ALL, 0, allowed, 0, OF_ALL.length);
        for (int i = 0; i < kind.fields.size(); i++) {
            allowed[OF_ALL.length + i] = kind.fields.get(i);
        }
        fields.only(allowed);
        String name = fields.text("name", COLUMN, NAME_WORDS);
        if (name.startsWith("{") != (kind == Kind.WEATHER)) {
            throw fields.wrong("name", "{covariate}_ before a weather feature, and no other");
        }
        double least = fields.number("min", Double.NEGATIVE_INFINITY);
        double most = fields.number("max", Double.POSITIVE_INFINITY);
        if (least > most) {
            throw fields.wrong("max", "at least min");
        }
        return new Feature(
                name,
                transformation(kind, fields),
                type(kind, fields),
                least,
                most,
                fields.truth("needed"),
                fields.note("description"));
    }

    private static Feature.Type type(Kind kind, YamlFields fields) {
        if (!fields.has("type")) {
            return Feature.Type.FLOAT;
        }
        Feature.Type type = fields.choice("type", Feature.Type.class);
        if (kind != Kind.PUSHED && type != Feature.Type.FLOAT) {
            throw fields.wrong("type", "float, as all that is computed");
        }
        return type;
    }

    private static Transformation transformation(Kind kind, YamlFields fields) {
        return switch (kind) {
            case POSITION ->
                    new Transformation.Position(
                            fields.choice("of", Transformation.Position.Of.class));
            case CALENDAR ->
                    new Transformation.Calendar(
                            fields.choice("part", Transformation.Calendar.Part.class));
            case HOLIDAY -> new Transformation.Holiday(fields.whole("days", -7, 7));
            case LAST -> new Transformation.Last(in(fields));
            case LAG ->
                    new Transformation.Lag(
                            fields.choice("signal", Signal.class),
                            fields.choice("season", Season.class),
                            fields.whole("back", 1, LONGEST_LAG),
                            in(fields));
            case SAME_SLOTS ->
                    new Transformation.SameSlots(fields.whole("count", 1, MOST_SLOTS), in(fields));
            case ROLLING -> rolling(fields);
            case PROFILE ->
                    new Transformation.Profile(
                            fields.choice("kind", Transformation.Profile.Kind.class),
                            fields.choice("day", Transformation.Profile.Day.class),
                            in(fields));
            case YEAR_AGO ->
                    new Transformation.YearAgo(
                            fields.choice("same", Transformation.YearAgo.Same.class), in(fields));
            case NEIGHBOURS ->
                    new Transformation.Neighbours(
                            fields.choice("span", Transformation.Neighbours.Span.class));
            case LEADERS ->
                    new Transformation.Leaders(
                            fields.choice("lead", Transformation.Leaders.Lead.class));
            case SEASON_OF_YEAR ->
                    new Transformation.SeasonOfYear(
                            fields.choice("told", Transformation.SeasonOfYear.Told.class),
                            in(fields));
            case WEATHER ->
                    new Transformation.Weather(
                            fields.choice("over", Transformation.Weather.Over.class));
            case INTERACTION -> interaction(fields);
            case PUSHED -> new Transformation.Pushed();
        };
    }

    private static In in(YamlFields fields) {
        return fields.choice("in", In.class);
    }

    private static Transformation rolling(YamlFields fields) {
        Signal signal = fields.choice("signal", Signal.class);
        var statistic = fields.choice("statistic", Transformation.Rolling.Statistic.class);
        if (signal == Signal.ANOMALY && statistic != Transformation.Rolling.Statistic.MEAN) {
            throw fields.wrong("statistic", "mean, of anomalies");
        }
        return new Transformation.Rolling(
                signal, statistic, fields.whole("window", 0, 3), in(fields));
    }

    private static Transformation interaction(YamlFields fields) {
        List<String> of = fields.texts("of");
        if (of.size() != 2) {
            throw fields.wrong("of", "two features that stand before");
        }
        return new Transformation.Interaction(of.get(0), of.get(1));
    }
}

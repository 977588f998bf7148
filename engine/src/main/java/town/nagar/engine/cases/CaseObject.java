package town.nagar.engine.cases;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import town.nagar.engine.json.Json;
import town.nagar.engine.json.JsonException;
import town.nagar.engine.json.JsonReader;

/**
 * An object in a case file, asked for its fields by name.
 *
 * <p>Where a field has several names they are written {@code "wind_m_s|u"}; messages use the first.
 * Every method throws {@link CaseException} naming the file, line, field, value and what is
 * allowed.
 */
public final class CaseObject {
    /** Names that any object may carry for its readers. */
    private static final Set<String> REMARKS = Set.of("source", "note");

    private final String file;
    private final String name;
    private final Json.Members members;
    private final Set<String> asked = new HashSet<>(REMARKS);

    private CaseObject(String file, String name, Json.Members members) {
        this.file = file;
        this.name = name;
        this.members = members;
    }

    /**
     * The object that a text is.
     *
     * @param file what messages call the text
     */
    public static CaseObject read(String file, String text) {
        Json json = json(file, text);
        if (json instanceof Json.Members root) {
            return new CaseObject(file, "", root);
        }
        throw new CaseException(
                "%s, line %d: the case is %s; allowed is an object"
                        .formatted(file, json.line(), json.told()));
    }

    private static Json json(String file, String text) {
        try {
            return JsonReader.read(text);
        } catch (JsonException wrong) {
            throw new CaseException(
                    "%s, line %d: %s".formatted(file, wrong.line(), wrong.getMessage()));
        }
    }

    /** The name it has in the object around it; empty for a whole file. */
    public String name() {
        return name;
    }

    /** Whether a field is there under one of its names. */
    public boolean has(String names) {
        return find(names).isPresent();
    }

    /** The names of its fields, in the order of the file. */
    public List<String> names() {
        return List.copyOf(members.values().keySet());
    }

    /** A field that is a number from least to most. */
    public double number(String names, double least, double most) {
        return value(names).number(least, most);
    }

    /** As {@link #number(String, double, double)}, or a default if the field is not there. */
    public double number(String names, double least, double most, double unless) {
        return has(names) ? number(names, least, most) : unless;
    }

    /** A field that is a whole number from least to most. */
    public int whole(String names, int least, int most) {
        return value(names).whole(least, most);
    }

    /** As {@link #whole(String, int, int)}, or a default if the field is not there. */
    public int whole(String names, int least, int most, int unless) {
        return has(names) ? whole(names, least, most) : unless;
    }

    /** A field that is a text. */
    public String text(String names) {
        return value(names).text();
    }

    /** A field that is a text, if it is there. */
    public Optional<String> findText(String names) {
        return has(names) ? Optional.of(text(names)) : Optional.empty();
    }

    /** A field that is one of the allowed words, whatever its case. */
    public <T extends Enum<T>> T choice(String names, Class<T> words) {
        return value(names).choice(words);
    }

    /** A field that is a list of numbers, each from least to most. */
    public double[] numbers(String names, double least, double most) {
        return value(names).numbers(least, most);
    }

    /** As {@link #numbers(String, double, double)}, or one number that stands for as many. */
    public double[] series(String names, double least, double most, int length) {
        if (value(names).isList()) {
            return numbers(names, least, most);
        }
        double[] series = new double[length];
        Arrays.fill(series, number(names, least, most));
        return series;
    }

    /** A field that is a list of rows, each a list of as many numbers as allowed. */
    public List<double[]> rows(String names, int fewestColumns, int mostColumns) {
        return value(names).items().stream()
                .map(row -> row.row(fewestColumns, mostColumns))
                .toList();
    }

    /** The rows of a field whose items are lists beginning with a text, such as a crop's name. */
    public List<String> rowNames(String names) {
        return value(names).items().stream().map(CaseValue::rowName).toList();
    }

    /** As {@link #rows}, of items beginning with a text that is left out. */
    public List<double[]> namedRows(String names, int columns) {
        return value(names).items().stream().map(row -> row.namedRow(columns)).toList();
    }

    /** A field that is an object. */
    public CaseObject object(String names) {
        return object(value(names));
    }

    /** A field that is a list of objects. */
    public List<CaseObject> objects(String names) {
        return value(names).items().stream().map(CaseObject::object).toList();
    }

    /** The fields that are objects. */
    List<CaseObject> parts() {
        return members.values().entrySet().stream()
                .filter(field -> field.getValue() instanceof Json.Members)
                .map(field -> object(new CaseValue(file, field.getKey(), field.getValue())))
                .toList();
    }

    /** Takes notice of fields that are for readers alone. */
    public void ignore(String names) {
        asked.addAll(List.of(names.split("\\|", -1)));
    }

    /** Refuses fields that nobody asked for, which are mostly misspelt ones. */
    public void refuseUnknown() {
        for (Map.Entry<String, Json> field : members.values().entrySet()) {
            if (!asked.contains(field.getKey())) {
                throw new CaseException(
                        "%s, line %d: unknown field '%s'; see --help for the allowed ones"
                                .formatted(file, field.getValue().line(), field.getKey()));
            }
        }
    }

    /** An exception about this object that names its file, line and place. */
    public CaseException wrong(String what) {
        return new CaseException(
                "%s, line %d: %s%s"
                        .formatted(file, members.line(), name.isEmpty() ? "" : name + ": ", what));
    }

    private static CaseObject object(CaseValue value) {
        return new CaseObject(value.file(), value.field(), value.members());
    }

    private CaseValue value(String names) {
        Json json = find(names).orElseThrow(() -> wrong("%s is missing".formatted(firstOf(names))));
        return new CaseValue(file, firstOf(names), json);
    }

    private Optional<Json> find(String names) {
        Optional<Json> found = Optional.empty();
        for (String one : names.split("\\|", -1)) {
            asked.add(one);
            Json value = members.values().get(one);
            if (value != null && found.isPresent()) {
                throw wrong("%s is given under two names".formatted(firstOf(names)));
            }
            found = value == null ? found : Optional.of(value);
        }
        return found;
    }

    private static String firstOf(String names) {
        return names.split("\\|", 2)[0];
    }
}

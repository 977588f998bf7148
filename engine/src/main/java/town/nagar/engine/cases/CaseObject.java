package town.nagar.engine.cases;

import java.util.ArrayList;
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
        return within(firstOf(names), require(names), least, most);
    }

    /** As {@link #number(String, double, double)}, or a default if the field is not there. */
    public double number(String names, double least, double most, double unless) {
        return has(names) ? number(names, least, most) : unless;
    }

    /** A field that is a whole number from least to most. */
    public int whole(String names, int least, int most) {
        double value = number(names, least, most);
        if (value != StrictMath.rint(value)) {
            throw wrong(firstOf(names), require(names), "whole numbers");
        }
        return (int) value;
    }

    /** As {@link #whole(String, int, int)}, or a default if the field is not there. */
    public int whole(String names, int least, int most, int unless) {
        return has(names) ? whole(names, least, most) : unless;
    }

    /** A field that is a text. */
    public String text(String names) {
        Json value = require(names);
        if (value instanceof Json.Text text) {
            return text.value();
        }
        throw wrong(firstOf(names), value, "texts");
    }

    /** A field that is a text, if it is there. */
    public Optional<String> findText(String names) {
        return has(names) ? Optional.of(text(names)) : Optional.empty();
    }

    /** A field that is one of the allowed words, whatever its case. */
    public <T extends Enum<T>> T choice(String names, Class<T> words) {
        String text = text(names);
        for (T word : words.getEnumConstants()) {
            if (word.name().equalsIgnoreCase(text.replace(' ', '_'))) {
                return word;
            }
        }
        throw wrong(firstOf(names), require(names), List.of(words.getEnumConstants()).toString());
    }

    /** A field that is a list of numbers, each from least to most. */
    public double[] numbers(String names, double least, double most) {
        return numbers(firstOf(names), require(names), least, most);
    }

    /** As {@link #numbers(String, double, double)}, or one number that stands for as many. */
    public double[] series(String names, double least, double most, int length) {
        if (require(names) instanceof Json.Items) {
            return numbers(names, least, most);
        }
        double[] series = new double[length];
        Arrays.fill(series, number(names, least, most));
        return series;
    }

    /** A field that is a list of rows, each a list of as many numbers as allowed. */
    public List<double[]> rows(String names, int fewestColumns, int mostColumns) {
        var rows = new ArrayList<double[]>();
        for (Json row : items(names)) {
            double[] numbers =
                    numbers(
                            firstOf(names),
                            row,
                            Double.NEGATIVE_INFINITY,
                            Double.POSITIVE_INFINITY);
            if (numbers.length < fewestColumns || numbers.length > mostColumns) {
                throw new CaseException(
                        "%s, line %d: a row of %s has %d numbers; allowed are %d to %d"
                                .formatted(
                                        file,
                                        row.line(),
                                        firstOf(names),
                                        numbers.length,
                                        fewestColumns,
                                        mostColumns));
            }
            rows.add(numbers);
        }
        return rows;
    }

    /** The rows of a field whose items are lists beginning with a text, such as a crop's name. */
    public List<String> rowNames(String names) {
        return items(names).stream()
                .map(row ->
                        row instanceof Json.Items(var values, var _)
                                        && !values.isEmpty()
                                        && values.getFirst() instanceof Json.Text text
                                ? text.value()
                                : "")
                .toList();
    }

    /** As {@link #rows}, of items beginning with a text that is left out. */
    public List<double[]> namedRows(String names, int columns) {
        var rows = new ArrayList<double[]>();
        for (Json row : items(names)) {
            if (!(row instanceof Json.Items(var values, var _)) || values.size() != columns + 1) {
                throw wrong(
                        firstOf(names), row, "rows of a name and %d numbers".formatted(columns));
            }
            rows.add(
                    numbers(
                            firstOf(names),
                            new Json.Items(values.subList(1, values.size()), row.line()),
                            Double.NEGATIVE_INFINITY,
                            Double.POSITIVE_INFINITY));
        }
        return rows;
    }

    /** A field that is an object. */
    public CaseObject object(String names) {
        return object(firstOf(names), require(names));
    }

    /** A field that is a list of objects. */
    public List<CaseObject> objects(String names) {
        return items(names).stream().map(item -> object(firstOf(names), item)).toList();
    }

    /** The fields that are objects. */
    List<CaseObject> parts() {
        return members.values().entrySet().stream()
                .filter(field -> field.getValue() instanceof Json.Members)
                .map(field -> object(field.getKey(), field.getValue()))
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

    private CaseObject object(String field, Json value) {
        if (value instanceof Json.Members inner) {
            return new CaseObject(file, field, inner);
        }
        throw wrong(field, value, "objects");
    }

    private List<Json> items(String names) {
        Json value = require(names);
        if (value instanceof Json.Items(var values, var _)) {
            return values;
        }
        throw wrong(firstOf(names), value, "lists");
    }

    private double[] numbers(String field, Json value, double least, double most) {
        if (value instanceof Json.Items(var values, var _)) {
            return values.stream().mapToDouble(item -> within(field, item, least, most)).toArray();
        }
        throw wrong(field, value, "lists of numbers");
    }

    private double within(String field, Json value, double least, double most) {
        if (value instanceof Json.Amount(double amount, var _, var _)
                && Double.isFinite(amount)
                && amount >= least
                && amount <= most) {
            return amount;
        }
        throw wrong(
                field,
                value,
                Double.isInfinite(least) && Double.isInfinite(most)
                        ? "numbers"
                        : "numbers from %s to %s".formatted(least, most));
    }

    private Json require(String names) {
        return find(names).orElseThrow(() -> wrong("%s is missing".formatted(firstOf(names))));
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

    private CaseException wrong(String field, Json value, String allowed) {
        return new CaseException(
                "%s, line %d: %s is %s; allowed are %s"
                        .formatted(file, value.line(), field, value.told(), allowed));
    }

    private static String firstOf(String names) {
        return names.split("\\|", 2)[0];
    }
}

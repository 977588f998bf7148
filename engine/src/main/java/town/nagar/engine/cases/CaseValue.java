package town.nagar.engine.cases;

import java.util.List;
import town.nagar.engine.json.Json;

/**
 * The value of a field in a case file, or of an item in it, to be taken as one kind or another.
 * What is of another kind is refused by file, line, field, value and what is allowed.
 */
record CaseValue(String file, String field, Json json) {
    double number(double least, double most) {
        if (json instanceof Json.Amount(double amount, var _, var _)
                && Double.isFinite(amount)
                && amount >= least
                && amount <= most) {
            return amount;
        }
        throw wrong(
                Double.isInfinite(least) && Double.isInfinite(most)
                        ? "numbers"
                        : "numbers from %s to %s".formatted(least, most));
    }

    int whole(int least, int most) {
        double value = number(least, most);
        if (value != StrictMath.rint(value)) {
            throw wrong("whole numbers");
        }
        return (int) value;
    }

    String text() {
        if (json instanceof Json.Text text) {
            return text.value();
        }
        throw wrong("texts");
    }

    <T extends Enum<T>> T choice(Class<T> words) {
        String text = text();
        for (T word : words.getEnumConstants()) {
            if (word.name().equalsIgnoreCase(text.replace(' ', '_'))) {
                return word;
            }
        }
        throw wrong(List.of(words.getEnumConstants()).toString());
    }

    boolean isList() {
        return json instanceof Json.Items;
    }

    List<CaseValue> items() {
        return items("lists");
    }

    private List<CaseValue> items(String allowed) {
        if (json instanceof Json.Items(var values, var _)) {
            return values.stream().map(item -> new CaseValue(file, field, item)).toList();
        }
        throw wrong(allowed);
    }

    double[] numbers(double least, double most) {
        return items("lists of numbers").stream()
                .mapToDouble(item -> item.number(least, most))
                .toArray();
    }

    private double[] numbers() {
        return numbers(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** As many numbers as allowed. */
    double[] row(int fewestColumns, int mostColumns) {
        double[] numbers = numbers();
        if (numbers.length < fewestColumns || numbers.length > mostColumns) {
            throw new CaseException(
                    "%s, line %d: a row of %s has %d numbers; allowed are %d to %d"
                            .formatted(
                                    file,
                                    json.line(),
                                    field,
                                    numbers.length,
                                    fewestColumns,
                                    mostColumns));
        }
        return numbers;
    }

    /** The numbers after a text. */
    double[] namedRow(int columns) {
        if (!(json instanceof Json.Items(var values, int line)) || values.size() != columns + 1) {
            throw wrong("rows of a name and %d numbers".formatted(columns));
        }
        var rest = new Json.Items(values.subList(1, values.size()), line);
        return new CaseValue(file, field, rest).numbers();
    }

    /** The text that a list begins with; empty if it is another thing. */
    String rowName() {
        return json instanceof Json.Items(var values, var _)
                        && !values.isEmpty()
                        && values.getFirst() instanceof Json.Text text
                ? text.value()
                : "";
    }

    Json.Members members() {
        if (json instanceof Json.Members inner) {
            return inner;
        }
        throw wrong("objects");
    }

    private CaseException wrong(String allowed) {
        return new CaseException(
                "%s, line %d: %s is %s; allowed are %s"
                        .formatted(file, json.line(), field, json.told(), allowed));
    }
}

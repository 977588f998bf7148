package town.nagar.engine.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a command answers to a case: named figures in order, as text or as a JSON object. */
public final class Answer {
    private static final double TOLERANCE = 0.001;

    private final Map<String, Object> entries = new LinkedHashMap<>();
    private final List<String> misses = new ArrayList<>();

    private record Table(List<String> columns, List<double[]> rows) {}

    /** Adds a figure. */
    public Answer number(String name, double value) {
        return add(name, value);
    }

    /** Adds a word. */
    public Answer text(String name, String value) {
        return add(name, value);
    }

    /** Adds a yes or no. */
    public Answer flag(String name, boolean value) {
        return add(name, value);
    }

    /** Adds a series of figures. */
    public Answer numbers(String name, double[] values) {
        return add(name, values.clone());
    }

    /** Adds rows of figures, each as long as there are columns. */
    public Answer table(String name, List<String> columns, List<double[]> rows) {
        return add(name, new Table(List.copyOf(columns), List.copyOf(rows)));
    }

    /** Adds the answer to a part of the case. */
    Answer part(String name, Answer part) {
        misses.addAll(part.misses.stream().map(miss -> name + ": " + miss).toList());
        return add(name, part);
    }

    /** Adds a list of words. */
    Answer texts(String name, List<String> values) {
        return add(name, List.copyOf(values));
    }

    private Answer add(String name, Object value) {
        if (entries.putIfAbsent(name, value) != null) {
            throw new IllegalArgumentException("%s is answered twice".formatted(name));
        }
        return this;
    }

    /**
     * Compares a figure with the one that the case expects.
     *
     * @param expected met within 0.1 % of itself
     */
    public Answer expect(String what, double value, double expected) {
        if (!(Math.abs(value - expected) <= TOLERANCE * Math.abs(expected))) {
            misses.add("%s is %s but the case expects %s".formatted(what, value, expected));
        }
        return this;
    }

    /** What the case expected and did not get. */
    List<String> misses() {
        return List.copyOf(misses);
    }

    /** One line a figure; rows under their columns. */
    String asText() {
        var lines = new ArrayList<String>();
        int width = entries.keySet().stream().mapToInt(String::length).max().orElse(0);
        entries.forEach((name, value) -> addText(lines, name, value, width));
        return String.join("\n", lines);
    }

    private static void addText(List<String> lines, String name, Object value, int width) {
        switch (value) {
            case Answer part -> lines.add(name + "\n" + part.asText().indent(2).stripTrailing());
            case Table table -> {
                lines.add(name);
                lines.add("  " + String.join("  ", table.columns()));
                table.rows().forEach(row -> lines.add("  " + joined(row, "  ")));
            }
            case double[] values -> lines.add(padded(name, width) + joined(values, " "));
            case List<?> words ->
                    lines.add(
                            padded(name, width)
                                    + words.stream()
                                            .map(String::valueOf)
                                            .collect(Collectors.joining(", ")));
            default -> lines.add(padded(name, width) + value);
        }
    }

    private static String padded(String name, int width) {
        return name + " ".repeat(width - name.length() + 2);
    }

    private static String joined(double[] values, String between) {
        return Arrays.stream(values).mapToObj(String::valueOf).collect(Collectors.joining(between));
    }

    /** One JSON object on one line; a figure that is not finite is null. */
    String asJson() {
        return entries.entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ":" + json(entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String json(Object value) {
        return switch (value) {
            case Answer part -> part.asJson();
            case Table table ->
                    table.rows().stream()
                            .map(row -> json(table.columns(), row))
                            .collect(Collectors.joining(",", "[", "]"));
            case double[] values ->
                    Arrays.stream(values)
                            .mapToObj(Answer::json)
                            .collect(Collectors.joining(",", "[", "]"));
            case List<?> words ->
                    words.stream().map(Answer::json).collect(Collectors.joining(",", "[", "]"));
            case Double number -> Double.isFinite(number) ? number.toString() : "null";
            case Boolean flag -> flag.toString();
            default -> quoted(value.toString());
        };
    }

    private static String json(List<String> columns, double[] row) {
        var object = new StringBuilder("{");
        for (int column = 0; column < row.length; column++) {
            object.append(column == 0 ? "" : ",")
                    .append(quoted(columns.get(column)))
                    .append(':')
                    .append(json(row[column]));
        }
        return object.append('}').toString();
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}

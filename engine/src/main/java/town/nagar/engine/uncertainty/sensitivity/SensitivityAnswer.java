package town.nagar.engine.uncertainty.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures of one output, and a row of figures for each factor, as text or JSON. */
final class SensitivityAnswer {
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> misses = new ArrayList<>();

    private record Row(String factor, List<Double> values) {}

    SensitivityAnswer(String output, String method, String... columns) {
        this.columns = List.of(columns);
        figures.put("output", output);
        figures.put("method", method);
    }

    SensitivityAnswer figure(String name, Number value) {
        figures.put(name, value);
        return this;
    }

    void row(String factor, double... values) {
        rows.add(new Row(factor, Arrays.stream(values).boxed().toList()));
    }

    /** Compares a figure with the expected one; beyond the reach it is a miss. */
    void expect(String what, double value, double expected, double reach) {
        if (!(Math.abs(value - expected) <= reach)) {
            misses.add("%s is %s but the case expects %s".formatted(what, value, expected));
        }
    }

    List<String> misses() {
        return List.copyOf(misses);
    }

    String asText() {
        var lines = new ArrayList<String>();
        figures.forEach((name, value) -> lines.add("%-12s %s".formatted(name, value)));
        int width = rows.stream().mapToInt(row -> row.factor().length()).max().orElse(0);
        width = Math.max(width, "factor".length());
        lines.add(padded("factor", width) + line(columns));
        for (Row row : rows) {
            lines.add(
                    padded(row.factor(), width)
                            + line(row.values().stream().map(SensitivityAnswer::rounded).toList()));
        }
        return String.join("\n", lines);
    }

    private static String rounded(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String line(List<String> cells) {
        return String.join("", cells.stream().map("  %14s"::formatted).toList());
    }

    String asJson() {
        var members = new ArrayList<String>();
        figures.forEach((name, value) -> members.add(quoted(name) + ":" + json(value)));
        List<String> objects = rows.stream().map(this::json).toList();
        members.add("\"factors\":[" + String.join(",", objects) + "]");
        return "{" + String.join(",", members) + "}";
    }

    private String json(Row row) {
        var members = new ArrayList<String>();
        members.add("\"name\":" + quoted(row.factor()));
        for (int column = 0; column < columns.size(); column++) {
            members.add(quoted(columns.get(column)) + ":" + row.values().get(column));
        }
        return "{" + String.join(",", members) + "}";
    }

    private static String json(Object value) {
        return value instanceof Number number ? number.toString() : quoted(value.toString());
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

package town.nagar.engine.water.inp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of a network file, cut into its fields; counting of fields begins at 0. */
record InpLine(String file, int number, List<String> fields) {
    private static final Pattern FIELD = Pattern.compile("\"([^\"]*)\"|([^\\s,\"]+)");
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    /** Beyond it no pipe's law can be worked out. */
    private static final double MOST = 1e30;

    InpLine {
        fields = List.copyOf(fields);
    }

    /** Fields are parted by blanks, tabs or commas; what follows a semicolon is a remark. */
    static List<String> fieldsOf(String text) {
        int remark = text.indexOf(';');
        List<String> fields = new ArrayList<>();
        Matcher matcher = FIELD.matcher(remark < 0 ? text : text.substring(0, remark));
        while (matcher.find()) {
            fields.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return fields;
    }

    int size() {
        return fields.size();
    }

    String text(int index, String name) {
        if (index >= fields.size()) {
            throw refusal("%s is missing (field %d)".formatted(name, index + 1));
        }
        return fields.get(index);
    }

    /** The field in capitals, empty if there is none. */
    String word(int index) {
        return index < fields.size() ? fields.get(index).toUpperCase(Locale.ROOT) : "";
    }

    /** Whether the field begins with the word, capitals or not. */
    boolean says(int index, String word) {
        return word(index).startsWith(word);
    }

    double number(int index, String name) {
        return parse(text(index, name), name);
    }

    double number(int index, String name, double ifAbsent) {
        return index < fields.size() ? number(index, name) : ifAbsent;
    }

    int whole(int index, String name) {
        double value = number(index, name);
        if (value != Math.rint(value) || Math.abs(value) > 1e9) {
            throw refusal(
                    "%s \"%s\": a whole number is allowed".formatted(name, fields.get(index)));
        }
        return (int) value;
    }

    private double parse(String text, String name) {
        if (!isNumber(text)) {
            throw refusal("%s \"%s\": a number is allowed".formatted(name, text));
        }
        double number = Double.parseDouble(text);
        if (Math.abs(number) > MOST) {
            throw refusal(
                    "%s \"%s\": a number from -1e30 to 1e30 is allowed".formatted(name, text));
        }
        return number;
    }

    static boolean isNumber(String text) {
        return DECIMAL.matcher(text).matches();
    }

    /** What the supplier makes; its refusals are told with file and line. */
    <T> T made(Supplier<T> supplier) {
        try {
            return supplier.get();
        } catch (InpException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw refusal(String.valueOf(e.getMessage()));
        }
    }

    InpException refusal(String problem) {
        return new InpException(file, number, problem);
    }
}

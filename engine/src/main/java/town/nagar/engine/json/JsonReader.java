package town.nagar.engine.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one JSON text by RFC 8259, refusing what that does not allow, and members given twice; but
 * NaN and the infinities pass, so that the field they stand in can be named.
 */
public final class JsonReader {
    private static final int DEEPEST = 64;
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|NaN|-?Infinity");

    private final String text;
    private final Matcher number;
    private int at;
    private int line = 1;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
        this.number = NUMBER.matcher(text);
    }

    /**
     * The value that a text is.
     *
     * @throws JsonException naming the line and what is allowed there
     */
    public static Json read(String text) {
        JsonReader reader = new JsonReader(text);
        Json value = reader.value();
        reader.skipSpace();
        if (reader.at < text.length()) {
            throw reader.unexpected("the end");
        }
        return value;
    }

    private Json value() {
        skipSpace();
        int start = line;
        return switch (peek()) {
            case '{' -> members(start);
            case '[' -> items(start);
            case '"' -> new Json.Text(string(), start);
            case 't' -> literal("true", new Json.Flag(true, start));
            case 'f' -> literal("false", new Json.Flag(false, start));
            case 'n' -> literal("null", new Json.Nothing(start));
            default -> amount();
        };
    }

    private Json members(int start) {
        enter();
        var values = new LinkedHashMap<String, Json>();
        for (boolean more = !closes('}'); more; more = goesOn('}')) {
            skipSpace();
            if (peek() != '"') {
                throw unexpected("a name in double quotes");
            }
            String name = string();
            require(':');
            Json value = value();
            if (values.putIfAbsent(name, value) != null) {
                throw wrong(value.line(), "'%s' is given twice".formatted(name));
            }
        }
        depth--;
        return new Json.Members(values, start);
    }

    private Json items(int start) {
        enter();
        var values = new ArrayList<Json>();
        for (boolean more = !closes(']'); more; more = goesOn(']')) {
            values.add(value());
        }
        depth--;
        return new Json.Items(values, start);
    }

    private void enter() {
        at++;
        if (++depth > DEEPEST) {
            throw wrong(line, "nested deeper than %d".formatted(DEEPEST));
        }
    }

    private boolean closes(char bracket) {
        skipSpace();
        if (peek() == bracket) {
            at++;
            return true;
        }
        return false;
    }

    private boolean goesOn(char bracket) {
        if (closes(bracket)) {
            return false;
        }
        if (peek() != ',') {
            throw unexpected("',' or '%s'".formatted(bracket));
        }
        at++;
        return true;
    }

    private void require(char wanted) {
        skipSpace();
        if (peek() != wanted) {
            throw unexpected("'%s'".formatted(wanted));
        }
        at++;
    }

    private Json literal(String word, Json value) {
        if (!text.startsWith(word, at)) {
            throw unexpected("a JSON value");
        }
        at += word.length();
        return value;
    }

    private Json amount() {
        if (!number.find(at) || number.start() != at) {
            throw unexpected("a JSON value");
        }
        at = number.end();
        return new Json.Amount(Double.parseDouble(number.group()), number.group(), line);
    }

    private String string() {
        var value = new StringBuilder();
        at++;
        for (char c = inString(); c != '"'; c = inString()) {
            value.append(c == '\\' ? escaped() : c);
        }
        return value.toString();
    }

    private char inString() {
        char c = peek();
        if (at >= text.length() || c < ' ') {
            throw unexpected("'\"' at the end of a text");
        }
        at++;
        return c;
    }

    private char escaped() {
        char c = inString();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> codeUnit();
            default -> throw wrong(line, "'\\%s' is no escape".formatted(c));
        };
    }

    private char codeUnit() {
        int value = 0;
        for (int digit = 0; digit < 4; digit++) {
            int hexadecimal = Character.digit(inString(), 16);
            if (hexadecimal < 0) {
                throw wrong(line, "\\u needs four hexadecimal digits");
            }
            value = value * 16 + hexadecimal;
        }
        return (char) value;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            if (text.charAt(at++) == '\n') {
                line++;
            }
        }
    }

    /** The next character, or U+0000 at the end. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private JsonException unexpected(String allowed) {
        String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end of the file";
        return wrong(line, "%s where %s is allowed".formatted(found, allowed));
    }

    private JsonException wrong(int where, String what) {
        return new JsonException(where, what);
    }
}

package town.nagar.engine.traffic.tntp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The lines of one TNTP file that carry something, with their numbers, after its metadata. */
final class TntpLines {
    private static final String END = "END OF METADATA";
    private static final double MOST = 1e15;
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private final BufferedReader reader;
    private final String file;
    private final Map<String, Entry> metadata = new TreeMap<>();
    private int number;
    private String text = "";
    private String comment = "";

    private record Entry(int line, String value) {}

    /**
     * Reads the metadata.
     *
     * @param file name for messages
     * @throws TntpException if the metadata do not end
     */
    TntpLines(Reader source, String file) {
        this.reader = new BufferedReader(source);
        this.file = file;
        while (advance()) {
            int close = text.indexOf('>');
            if (!text.startsWith("<") || close < 0) {
                throw error(
                        "is '%s'; allowed before <%s> are lines <NAME> value".formatted(text, END));
            }
            String name = text.substring(1, close).strip().toUpperCase(Locale.ROOT);
            if (name.equals(END)) {
                return;
            }
            metadata.put(name, new Entry(number, text.substring(close + 1).strip()));
        }
        throw new TntpException("%s has no line <%s>".formatted(file, END));
    }

    /**
     * A whole number of the metadata.
     *
     * @throws TntpException if it is absent or no whole number from 1 to the most allowed
     */
    int required(String name, int most) {
        return find(name, most)
                .orElseThrow(
                        () -> new TntpException("%s has no metadata <%s>".formatted(file, name)));
    }

    /**
     * A whole number of the metadata, if it is there.
     *
     * @throws TntpException if it is no whole number from 1 to the most allowed
     */
    OptionalInt find(String name, int most) {
        Entry entry = metadata.get(name);
        return entry == null ? OptionalInt.empty() : OptionalInt.of(positive(name, entry, most));
    }

    private int positive(String name, Entry entry, int most) {
        try {
            int value = Integer.parseInt(entry.value);
            if (value > 0 && value <= most) {
                return value;
            }
        } catch (NumberFormatException notWhole) {
            // told below, as for a number that is too small
        }
        throw new TntpException(
                "%s line %d: <%s> is '%s'; allowed are whole numbers from 1 to %d"
                        .formatted(file, entry.line, name, entry.value, most));
    }

    /**
     * Goes to the next line that is neither blank nor a comment.
     *
     * @return whether there is one
     */
    boolean advance() {
        try {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                text = line.strip();
                if (!text.isEmpty() && text.charAt(0) != '~') {
                    return true;
                }
                comment = text.isEmpty() ? comment : text;
            }
            return false;
        } catch (IOException unreadable) {
            throw new TntpException(
                    "%s cannot be read after line %d: %s"
                            .formatted(file, number, unreadable.getMessage()),
                    unreadable);
        }
    }

    /** The present line without blanks at its ends. */
    String text() {
        return text;
    }

    /** The last comment since this was asked, with its {@code ~}; empty if there is none. */
    String takeComment() {
        String taken = comment;
        comment = "";
        return taken;
    }

    /**
     * A whole number within bounds.
     *
     * @throws TntpException naming the field, the value and the bounds
     */
    int whole(String field, String value, int least, int most) {
        try {
            int parsed = Integer.parseInt(value);
            if (parsed >= least && parsed <= most) {
                return parsed;
            }
        } catch (NumberFormatException notWhole) {
            // told below, as for a number out of bounds
        }
        throw error(
                "%s is '%s'; allowed are whole numbers %d to %d"
                        .formatted(field, value, least, most));
    }

    /**
     * A number from 0 to {@link #MOST}.
     *
     * @throws TntpException naming the field and the value
     */
    double notNegative(String field, String value) {
        if (DECIMAL.matcher(value).matches()) {
            double parsed = Double.parseDouble(value);
            if (parsed >= 0 && parsed <= MOST) {
                return parsed;
            }
        }
        throw error("%s is '%s'; allowed are numbers from 0 to 1e15".formatted(field, value));
    }

    /** A complaint about the present line. */
    TntpException error(String complaint) {
        return new TntpException("%s line %d: %s".formatted(file, number, complaint));
    }
}

package town.nagar.forecast.series;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Lines of a CSV file with a header, plain or gzip, UTF-8, quotes as in RFC 4180 on one line. */
public final class CsvFile implements AutoCloseable {
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final Path file;
    private final BufferedReader lines;
    private final List<String> header;
    private long line = 1;

    private CsvFile(Path file, BufferedReader lines) throws IOException {
        this.file = file;
        this.lines = lines;
        String first = lines.readLine();
        if (first == null || first.isBlank()) {
            throw new BadFileException(file, "line 1: no header");
        }
        String bare = first.startsWith("\uFEFF") ? first.substring(1) : first;
        this.header = split(bare).stream().map(String::strip).toList();
    }

    /**
     * Opens a file.
     *
     * @throws BadFileException if it has no header
     */
    public static CsvFile open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        bytes.mark(2);
        boolean zipped = bytes.read() == GZIP_FIRST && bytes.read() == GZIP_SECOND;
        bytes.reset();
        InputStream plain = zipped ? new GZIPInputStream(bytes, 1 << 16) : bytes;
        return new CsvFile(
                file,
                new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16));
    }

    public List<String> header() {
        return header;
    }

    /** The column of a name, or -1. */
    public int find(String name) {
        return header.indexOf(name);
    }

    /**
     * The column of a name.
     *
     * @throws BadFileException if there is none
     */
    public int column(String name) {
        int column = find(name);
        if (column < 0) {
            throw new BadFileException(
                    file, "line 1: no column '%s' among %s".formatted(name, header));
        }
        return column;
    }

    /**
     * The next line's fields, stripped, as many as the header has; empty at the end.
     *
     * @throws BadFileException if it has more or fewer
     */
    public List<String> next() throws IOException {
        String text = lines.readLine();
        line++;
        while (text != null && text.isBlank()) {
            text = lines.readLine();
            line++;
        }
        return text == null ? List.of() : checked(split(text));
    }

    private List<String> checked(List<String> fields) {
        if (fields.size() != header.size()) {
            throw new BadFileException(
                    file,
                    "line %d: %d fields; allowed: %d, as in the header"
                            .formatted(line, fields.size(), header.size()));
        }
        return fields;
    }

    /** What is wrong with a field of the current line. */
    public BadFileException wrong(int column, String value, String allowed) {
        return new BadFileException(file, line, header.get(column), value, allowed);
    }

    /** A number, or NaN if the field is blank or one of NA, NaN, null, None. */
    public double number(List<String> fields, int column) {
        String text = fields.get(column);
        if (isBlank(text)) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException _) {
            // told below, with its place
        }
        throw wrong(column, text, "a finite number or nothing");
    }

    static boolean isBlank(String text) {
        return text.isEmpty()
                || text.equalsIgnoreCase("na")
                || text.equalsIgnoreCase("nan")
                || text.equalsIgnoreCase("null")
                || text.equalsIgnoreCase("none");
    }

    static List<String> split(String text) {
        List<String> fields = new ArrayList<>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

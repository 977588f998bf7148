package town.nagar.norms.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A table shipped as a resource: UTF-8, the first line names the columns, commas separate cells and
 * occur in none, lines that start with {@code #} are remarks.
 */
public final class Table {
    private Table() {}

    /**
     * All rows of a file beside a class.
     *
     * @throws IllegalStateException if the file is absent or a row has too few or too many cells;
     *     the message names file and line
     */
    public static List<Row> read(Class<?> owner, String file) {
        try (InputStream in = owner.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not beside " + owner.getName());
            }
            return rows(
                    file, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Row> rows(String file, BufferedReader lines) throws IOException {
        List<Row> rows = new ArrayList<>();
        List<String> columns = List.of();
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = List.of(line.split(",", -1));
            if (columns.isEmpty()) {
                columns = cells;
            } else {
                rows.add(new Row(file, number, columns, cells));
            }
        }
        return List.copyOf(rows);
    }
}

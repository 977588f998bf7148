package town.nagar.ingestion.mapping;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A row of a table.
 *
 * @param line where it begins in the file, from 1
 * @param columns where each column is, by its name
 */
record Row(long line, Map<String, Integer> columns, List<String> cells) {
    /**
     * The cell in a column, without blanks around it; empty if the row is short.
     *
     * @throws MappingException if there is no such column
     */
    String cell(String column) {
        Integer index = columns.get(column);
        if (index == null) {
            throw new MappingException(
                    "column '%s' is none of %s".formatted(column, columns.keySet()));
        }
        return index < cells.size() ? cells.get(index).strip() : "";
    }

    /** The column names and the row as a CSV file of their own. */
    String original() {
        String[] names = new String[cells.size()];
        Arrays.fill(names, "");
        columns.forEach((name, index) -> {
            if (index < names.length) {
                names[index] = name;
            }
        });
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(names).writeRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text in memory has none
        }
        return text.toString();
    }
}

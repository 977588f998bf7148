package town.nagar.ingestion.mapping;

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

    /** The row as it would stand in a CSV file. */
    String original() {
        return String.join(",", cells);
    }
}

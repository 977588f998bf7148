package town.nagar.norms.tables;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * One line of a table. Every reading method throws {@link IllegalStateException}, naming file, line
 * and column, if the cell is not what is asked for.
 *
 * @param line counted from 1, the line of column names included
 */
public record Row(String file, int line, List<String> columns, List<String> cells) {
    public Row {
        columns = List.copyOf(columns);
        cells = List.copyOf(cells);
        if (columns.size() != cells.size()) {
            throw new IllegalStateException(
                    "%s line %d: %d cells where the columns are %s"
                            .formatted(file, line, cells.size(), columns));
        }
    }

    public String text(String column) {
        int slot = columns.indexOf(column);
        if (slot < 0) {
            throw new IllegalStateException(
                    "%s line %d: '%s' is none of the columns %s"
                            .formatted(file, line, column, columns));
        }
        return cells.get(slot);
    }

    public int whole(String column) {
        return read(column, Integer::parseInt, "a whole number");
    }

    public LocalDate date(String column) {
        return read(column, LocalDate::parse, "a date such as 2026-01-14");
    }

    public boolean yes(String column) {
        return read(column, Row::yesOrNo, "yes or no");
    }

    /** A cell as what {@code of} makes of its text. */
    public <T> T read(String column, Function<String, T> of, String expected) {
        String text = text(column);
        try {
            return of.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalStateException(
                    "%s line %d: %s '%s' is not %s".formatted(file, line, column, text, expected),
                    e);
        }
    }

    private static boolean yesOrNo(String text) {
        return switch (text) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}

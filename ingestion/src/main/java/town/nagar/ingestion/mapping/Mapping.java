package town.nagar.ingestion.mapping;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import town.nagar.contracts.Domain;

/**
 * How the rows of a foreign file become messages; written as YAML or JSON, see {@code
 * docs/mappings/README.md}.
 *
 * @param name of the mapping, for messages
 * @param files names it is made for, with {@code *} for anything
 * @param sensor the sensor id: words, and in braces columns whose cell is put in
 * @param translate other words for a column's cells, by column and cell
 * @param missing cells that mean there is no value
 * @param constants values that every row has, in canonical units
 * @param labels labels that every row has
 * @param labelColumns labels taken from columns, column by label
 * @param skip rows to leave out
 */
public record Mapping(
        String name,
        Domain domain,
        List<String> files,
        Table table,
        Time time,
        String sensor,
        Map<String, Map<String, String>> translate,
        List<String> missing,
        List<Value> values,
        Map<String, Double> constants,
        Map<String, String> labels,
        Map<String, String> labelColumns,
        List<Skip> skip) {

    /** The column's name in a sensor template of a wide table. */
    public static final String COLUMN = "@column";

    public Mapping {
        files = List.copyOf(files);
        translate = Map.copyOf(translate);
        missing = List.copyOf(missing);
        values = List.copyOf(values);
        constants = Map.copyOf(constants);
        labels = Map.copyOf(labels);
        labelColumns = Map.copyOf(labelColumns);
        skip = List.copyOf(skip);
    }

    /**
     * How the table lies in the file.
     *
     * @param sheet of a workbook; empty for its first
     * @param headerRow the line of the column names, from 1
     */
    public record Table(char delimiter, String sheet, int headerRow) {}

    /**
     * How times are written.
     *
     * @param columns joined by blanks before they are read
     * @param format a pattern of java.time, {@code iso}, {@code epoch-seconds} or {@code
     *     epoch-milliseconds}
     * @param zone of the clock on the wall
     * @param overlap which of the two equal hours at the end of summer time is meant
     * @param gap what an hour means that summer time leaves out
     * @param shift added to each time, such as an hour where the file writes an interval's begin
     */
    public record Time(
            List<String> columns,
            String format,
            ZoneId zone,
            Overlap overlap,
            Gap gap,
            Duration shift) {
        public Time {
            columns = List.copyOf(columns);
        }
    }

    /** Which of two equal hours is meant. */
    public enum Overlap {
        /** The first time the file writes it the earlier, then the later. */
        IN_ORDER,
        EARLIER,
        LATER
    }

    /** What an hour means that the clock left out. */
    public enum Gap {
        /** The row is refused. */
        REFUSE,
        /** The clock was not put forward: an hour later. */
        SHIFT
    }

    /**
     * A column with values.
     *
     * @param unit of the cells; empty for the canonical one
     * @param factor by which a cell is multiplied, before the offset is added
     * @param min a cell below means there is no value
     * @param max a cell above means there is no value
     * @param missingNumbers cells that mean there is no value, as numbers
     * @param except cells of other columns for which this column is not used, by column
     * @param wide the sensor this column stands for, put in for {@code {@column}}; empty if all
     *     columns of a row belong to one sensor
     */
    public record Value(
            String quantity,
            String column,
            String unit,
            double factor,
            double offset,
            double min,
            double max,
            List<Double> missingNumbers,
            Map<String, List<String>> except,
            String wide) {
        public Value {
            missingNumbers = List.copyOf(missingNumbers);
            except = Map.copyOf(except);
        }
    }

    /** Rows whose cell in a column is one of some words. */
    public record Skip(String column, List<String> cells) {
        public Skip {
            cells = List.copyOf(cells);
        }
    }

    /** The same for a CSV file whose first line has the column names, whatever the original was. */
    public Mapping ofPlainTable() {
        return new Mapping(
                name,
                domain,
                files,
                new Table(',', "", 1),
                time,
                sensor,
                translate,
                missing,
                values,
                constants,
                labels,
                labelColumns,
                skip);
    }

    /** Whether the mapping is made for a file of this name. */
    public boolean isFor(String fileName) {
        return files.stream()
                .map(pattern -> ("\\Q" + pattern + "\\E").replace("*", "\\E.*\\Q"))
                .anyMatch(fileName::matches);
    }
}

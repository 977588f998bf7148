package town.nagar.engine.uncertainty.sensitivity;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import town.nagar.engine.uncertainty.Factor;

/** A design's inputs and a model's outputs as CSV: a line of names, then a row a run. */
final class DesignFile {
    private DesignFile() {}

    /** One output of a model over all rows of a design; the array is its own. */
    static final class Column {
        private final String name;
        private final double[] values;

        Column(String name, double[] values) {
            this.name = name;
            this.values = values;
        }

        String name() {
            return name;
        }

        double[] values() {
            return values;
        }
    }

    /** Writes every row of inputs, as the shortest text that gives the same number back. */
    static void write(Path file, Design design) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    design.factors().stream()
                            .map(Factor::name)
                            .map(DesignFile::quoted)
                            .collect(Collectors.joining(",", "", "\n")));
            var inputs = new double[design.factors().size()];
            for (int row = 0; row < design.rows(); row++) {
                design.inputs(row, inputs);
                for (int factor = 0; factor < inputs.length; factor++) {
                    out.write(factor == 0 ? "" : ",");
                    out.write(Double.toString(inputs[factor]));
                }
                out.write('\n');
            }
        }
    }

    private static String quoted(String name) {
        return name.matches("[^\",\r\n]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /**
     * Reads outputs, a column each.
     *
     * @throws IllegalArgumentException naming the file, line, value and what is allowed
     */
    static List<Column> read(Path file, int rows) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return columns(file, lines.toList(), rows);
        } catch (NoSuchFileException wrong) {
            throw new IllegalArgumentException("%s: there is no such file".formatted(file), wrong);
        } catch (UncheckedIOException wrong) {
            throw new IllegalArgumentException(
                    "%s: the file is not UTF-8 text".formatted(file), wrong);
        }
    }

    private static List<Column> columns(Path file, List<String> lines, int rows) {
        if (lines.size() != rows + 1) {
            throw new IllegalArgumentException(
                    "%s has %d lines; allowed is a line of names and %d rows"
                            .formatted(file, lines.size(), rows));
        }
        String[] names = lines.getFirst().split(",", -1);
        var values = new double[names.length][rows];
        for (int row = 0; row < rows; row++) {
            String[] cells = lines.get(row + 1).split(",", -1);
            requireWidth(file, row + 2, cells.length, names.length);
            for (int column = 0; column < cells.length; column++) {
                values[column][row] = number(file, row + 2, cells[column]);
            }
        }
        var columns = new ArrayList<Column>();
        for (int column = 0; column < names.length; column++) {
            columns.add(new Column(names[column].strip(), values[column]));
        }
        return columns;
    }

    private static void requireWidth(Path file, int line, int cells, int names) {
        if (cells != names) {
            throw new IllegalArgumentException(
                    "%s, line %d has %d cells; allowed are %d".formatted(file, line, cells, names));
        }
    }

    private static double number(Path file, int line, String cell) {
        try {
            double value = Double.parseDouble(cell);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException wrong) {
            throw notANumber(file, line, cell);
        }
        throw notANumber(file, line, cell);
    }

    private static IllegalArgumentException notANumber(Path file, int line, String cell) {
        return new IllegalArgumentException(
                "%s, line %d: '%s'; allowed are finite numbers".formatted(file, line, cell));
    }
}

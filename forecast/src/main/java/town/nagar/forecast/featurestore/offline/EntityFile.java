package town.nagar.forecast.featurestore.offline;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import town.nagar.forecast.feature.Feature;
import town.nagar.forecast.featurestore.row.FeatureValue;

/** Tables of entities and what was known of them, as CSV or, by the file's name, Parquet. */
public final class EntityFile {
    private static final String PARQUET = ".parquet";

    private final Path scratch;

    /**
     * Files of tables.
     *
     * @param scratch a folder for what does not fit into memory
     */
    public EntityFile(Path scratch) {
        this.scratch = scratch;
    }

    /** A table of texts, all rows as long as the names. */
    public record Table(List<String> names, List<List<String>> rows) {
        public Table {
            names = List.copyOf(names);
            rows = List.copyOf(rows);
        }
    }

    /**
     * Reads a table, all of it as text; blank where a value is missing.
     *
     * @throws IOException if the file is not there or is no table; says why
     */
    public Table read(Path file) throws IOException {
        String from =
                file.toString().endsWith(PARQUET)
                        ? "read_parquet(%s)".formatted(Duck.text(file))
                        : "read_csv(%s, header = true, all_varchar = true)"
                                .formatted(Duck.text(file));
        try (Duck duck = Duck.open(scratch);
                Statement statement = duck.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT COLUMNS(*)::VARCHAR FROM " + from)) {
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                names.add(row.getMetaData().getColumnName(i));
            }
            List<List<String>> rows = new ArrayList<>();
            while (row.next()) {
                List<String> words = new ArrayList<>();
                for (int i = 1; i <= names.size(); i++) {
                    words.add(Optional.ofNullable(row.getString(i)).orElse(""));
                }
                rows.add(words);
            }
            return new Table(names, rows);
        } catch (SQLException e) {
            throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * Writes a table.
     *
     * @param types one a name
     * @throws IOException if the file cannot be written
     */
    public void write(
            Path file, List<String> names, List<Feature.Type> types, List<List<FeatureValue>> rows)
            throws IOException {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(Duck.quoted(names.get(i)) + " " + Duck.type(types.get(i)));
        }
        String format =
                file.toString().endsWith(PARQUET)
                        ? "FORMAT parquet, COMPRESSION zstd"
                        : "FORMAT csv, HEADER";
        try (Duck duck = Duck.open(scratch)) {
            duck.run(
                    columns.stream().collect(Collectors.joining(", ", "CREATE TABLE rows (", ")")));
            try (DuckDBAppender appender = duck.appender("rows")) {
                for (List<FeatureValue> row : rows) {
                    appender.beginRow();
                    for (FeatureValue value : row) {
                        Duck.append(value, appender);
                    }
                    appender.endRow();
                }
            }
            duck.run("COPY rows TO %s (%s)".formatted(Duck.text(file), format));
        } catch (SQLException e) {
            throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }
}

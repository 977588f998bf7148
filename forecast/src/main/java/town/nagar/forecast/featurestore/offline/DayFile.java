package town.nagar.forecast.featurestore.offline;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Files of rows put together in one, which says in its metadata whose rows it holds. */
final class DayFile {
    private static final String HELD = "held";

    private DayFile() {}

    /**
     * Puts files of one version together. Of rows of one entity and time the one written last is
     * taken.
     *
     * @param held the keys of the pieces whose rows are in them
     */
    static void write(List<Path> from, Collection<String> held, Path to, Duck duck)
            throws SQLException {
        String rows =
                "SELECT * FROM read_parquet([%s], union_by_name = true, hive_partitioning = false)"
                        .formatted(texts(from));
        String entity = Duck.quoted(first("SELECT column_name FROM (DESCRIBE " + rows + ")", duck));
        duck.run(
                """
                COPY (
                  %1$s
                  QUALIFY row_number()
                    OVER (PARTITION BY %2$s, event_timestamp ORDER BY created DESC) = 1
                  ORDER BY %2$s, event_timestamp)
                TO %3$s (FORMAT parquet, COMPRESSION zstd, KV_METADATA {%4$s: '%5$s'})
                """
                        .formatted(rows, entity, Duck.text(to), HELD, String.join(",", held)));
    }

    static String texts(List<Path> files) {
        return files.stream().map(Duck::text).collect(Collectors.joining(", "));
    }

    /** The keys of the pieces whose rows are in these files. */
    static Set<String> held(List<Path> files, Duck duck) throws SQLException {
        Set<String> held = new TreeSet<>();
        if (files.isEmpty()) {
            return held;
        }
        String sql =
                "SELECT decode(value) FROM parquet_kv_metadata([%s]) WHERE decode(key) = '%s'"
                        .formatted(texts(files), HELD);
        try (Statement statement = duck.connection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                held.addAll(List.of(text(row).split(",")));
            }
        }
        return held;
    }

    /** The version of the view whose rows a file has. */
    static String version(Path file, Duck duck) throws SQLException {
        return first("SELECT view_version FROM read_parquet(%s)".formatted(Duck.text(file)), duck);
    }

    private static String first(String sql, Duck duck) throws SQLException {
        try (Statement statement = duck.connection().createStatement();
                ResultSet row = statement.executeQuery(sql + " LIMIT 1")) {
            if (!row.next()) {
                throw new SQLException("nothing is found by " + sql);
            }
            return text(row);
        }
    }

    private static String text(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString(1)).orElse("");
    }
}

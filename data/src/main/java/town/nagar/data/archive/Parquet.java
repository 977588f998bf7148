package town.nagar.data.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Writes rows to a Parquet file through DuckDB, in 128 MB of memory on one thread. */
final class Parquet {
    private enum Type {
        TIME("TIMESTAMPTZ"),
        INTEGER("INTEGER"),
        LONG("BIGINT"),
        NUMBER("DOUBLE"),
        TEXT("VARCHAR");

        private final String sql;

        Type(String sql) {
            this.sql = sql;
        }

        private static Type of(int jdbcType, String name) {
            if (name.equals("timestamptz")) {
                return TIME;
            }
            return switch (jdbcType) {
                case Types.INTEGER -> INTEGER;
                case Types.BIGINT -> LONG;
                case Types.DOUBLE -> NUMBER;
                default -> TEXT;
            };
        }
    }

    private Parquet() {}

    /**
     * Writes all rows of a result.
     *
     * @param file to be written
     * @param scratch a folder for what does not fit into memory
     * @return how many rows
     */
    static long write(ResultSet rows, Path file, Path scratch) throws SQLException, IOException {
        Path work = Files.createTempDirectory(scratch, "parquet-");
        try (Connection connection =
                DriverManager.getConnection("jdbc:duckdb:" + work.resolve("rows.duckdb"))) {
            List<Type> types = types(rows.getMetaData());
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET memory_limit = '128MB'");
                statement.execute("SET threads = 1");
                statement.execute("SET preserve_insertion_order = true");
                statement.execute(create(rows.getMetaData(), types));
            }
            long count = append(rows, types, connection.unwrap(DuckDBConnection.class));
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "COPY rows TO '%s' (FORMAT parquet, COMPRESSION zstd)"
                                .formatted(file.toString().replace("'", "''")));
            }
            return count;
        } finally {
            remove(work);
        }
    }

    private static List<Type> types(ResultSetMetaData columns) throws SQLException {
        List<Type> types = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            types.add(Type.of(columns.getColumnType(i), columns.getColumnTypeName(i)));
        }
        return types;
    }

    private static String create(ResultSetMetaData columns, List<Type> types) throws SQLException {
        List<String> declared = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            declared.add("\"%s\" %s".formatted(columns.getColumnName(i + 1), types.get(i).sql));
        }
        return "CREATE TABLE rows (" + String.join(", ", declared) + ")";
    }

    private static long append(ResultSet rows, List<Type> types, DuckDBConnection connection)
            throws SQLException {
        long count = 0;
        try (DuckDBAppender appender = connection.createAppender("main", "rows")) {
            while (rows.next()) {
                appender.beginRow();
                for (int i = 0; i < types.size(); i++) {
                    append(rows, i + 1, types.get(i), appender);
                }
                appender.endRow();
                count++;
            }
        }
        return count;
    }

    private static void append(ResultSet rows, int at, Type type, DuckDBAppender appender)
            throws SQLException {
        switch (type) {
            case TIME -> appender.append(rows.getObject(at, OffsetDateTime.class));
            case INTEGER -> {
                int value = rows.getInt(at);
                appender.append(rows.wasNull() ? (Integer) null : (Integer) value);
            }
            case LONG -> {
                long value = rows.getLong(at);
                appender.append(rows.wasNull() ? (Long) null : (Long) value);
            }
            case NUMBER -> {
                double value = rows.getDouble(at);
                appender.append(rows.wasNull() ? (Double) null : (Double) value);
            }
            case TEXT -> appender.append(rows.getString(at));
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}

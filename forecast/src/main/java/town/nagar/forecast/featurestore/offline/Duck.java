package town.nagar.forecast.featurestore.offline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import town.nagar.forecast.feature.Entity;
import town.nagar.forecast.feature.Feature;
import town.nagar.forecast.feature.FeatureView;
import town.nagar.forecast.featurestore.row.FeatureValue;

/**
 * One DuckDB in a folder of its own, in 128 MB of memory on one thread, thrown away when closed.
 */
final class Duck implements AutoCloseable {
    private final Path folder;
    private final Connection connection;

    private Duck(Path folder, Connection connection) {
        this.folder = folder;
        this.connection = connection;
    }

    /** Opens one below a folder. */
    static Duck open(Path scratch) throws IOException, SQLException {
        Files.createDirectories(scratch);
        Path folder = Files.createTempDirectory(scratch, "features-");
        Duck duck =
                new Duck(
                        folder,
                        DriverManager.getConnection(
                                "jdbc:duckdb:" + folder.resolve("rows.duckdb")));
        duck.run("SET memory_limit = '128MB'");
        duck.run("SET threads = 1");
        duck.run("SET TimeZone = 'UTC'");
        return duck;
    }

    Path folder() {
        return folder;
    }

    Connection connection() {
        return connection;
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    DuckDBAppender appender(String table) throws SQLException {
        return connection.unwrap(DuckDBConnection.class).createAppender("main", table);
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    static String text(Path file) {
        return "'" + file.toString().replace("'", "''") + "'";
    }

    static String key(Entity entity) {
        return quoted(entity.joinKey())
                + (entity.type() == Feature.Type.INT64 ? " BIGINT" : " VARCHAR");
    }

    /** The columns of a view's files. */
    static String columns(FeatureView view) {
        List<String> columns = new ArrayList<>(List.of(key(view.entity())));
        columns.add("event_timestamp TIMESTAMPTZ");
        columns.add("created TIMESTAMPTZ");
        columns.add("view_version VARCHAR");
        for (Feature feature : view.kept()) {
            columns.add(quoted(feature.name()) + " " + type(feature.type()));
        }
        return String.join(", ", columns);
    }

    static String type(Feature.Type type) {
        return switch (type) {
            case FLOAT -> "FLOAT";
            case DOUBLE -> "DOUBLE";
            case INT64 -> "BIGINT";
            case STRING -> "VARCHAR";
            case BOOL -> "BOOLEAN";
        };
    }

    static void append(FeatureValue value, DuckDBAppender to) throws SQLException {
        switch (value) {
            case FeatureValue.Missing _ -> to.appendNull();
            case FeatureValue.Single(var single) -> to.append(single);
            case FeatureValue.Real(var real) -> to.append(real);
            case FeatureValue.Whole(var whole) -> to.append(whole);
            case FeatureValue.Text(var text) -> to.append(text);
            case FeatureValue.Truth(var truth) -> to.append(truth);
        }
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    @Override
    public void close() throws SQLException, IOException {
        connection.close();
        try (var files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}

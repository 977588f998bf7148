package town.nagar.forecast;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** Databases of their own on the tests' PostgreSQL. */
public final class EmptyDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private EmptyDatabase() {}

    /** The URL of a new database on the server that the settings name. */
    public static String on(Map<String, String> settings) {
        String server = Objects.requireNonNull(settings.get("nagar.postgres.url"));
        String name = "forecast_test_" + COUNT.incrementAndGet();
        try (Connection connection =
                        DriverManager.getConnection(
                                server,
                                settings.get("nagar.postgres.user"),
                                settings.get("nagar.postgres.password"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server.replaceFirst("/[^/?]*$", "/" + name);
    }
}

package town.nagar.forecast.registry;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** A new database on a running server. */
public final class EmptyDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private EmptyDatabase() {}

    /** Makes one and gives its JDBC URL. */
    public static String make(Map<String, String> settings) {
        String server = Objects.requireNonNull(settings.get("nagar.postgres.url"));
        String name = "registry_test_" + COUNT.incrementAndGet();
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

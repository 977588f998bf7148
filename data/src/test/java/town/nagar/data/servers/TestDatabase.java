package town.nagar.data.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import town.nagar.supervisor.EphemeralServers;
import town.nagar.supervisor.ServerName;

/**
 * Empty databases on one PostgreSQL server.
 *
 * <p>{@code NAGAR_TEST_POSTGRES_URL} (a JDBC URL with user and password) names a server with more
 * to offer, such as PostGIS or TimescaleDB; otherwise a plain one is started.
 */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String SERVER = server();

    private TestDatabase() {}

    /** A new, empty database. */
    public static DataSource empty() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        return source;
    }

    /** The JDBC URL of a new, empty database, with its user. */
    public static String url() {
        String name =
                "nagar_test_%d_%d"
                        .formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
        try (Connection connection = DriverManager.getConnection(SERVER);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return SERVER.replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1");
    }

    private static String server() {
        return Optional.ofNullable(System.getenv("NAGAR_TEST_POSTGRES_URL"))
                .orElseGet(TestDatabase::start);
    }

    private static String start() {
        Map<String, String> settings = EphemeralServers.settings(ServerName.POSTGRES);
        return "%s?user=%s&password=%s"
                .formatted(
                        settings.get("nagar.postgres.url"),
                        settings.get("nagar.postgres.user"),
                        settings.get("nagar.postgres.password"));
    }
}

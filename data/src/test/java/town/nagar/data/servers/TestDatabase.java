package town.nagar.data.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGSimpleDataSource;
import town.nagar.supervisor.EphemeralServers;
import town.nagar.supervisor.ServerName;

/**
 * Empty databases on one PostgreSQL server, of the flavour that {@code -Dnagar.test.flavour} names:
 * {@code plain}, or {@code postgis} from Debian's packages; where these cannot be had, tests that
 * ask are skipped.
 *
 * <p>{@code NAGAR_TEST_POSTGRES_URL} (a JDBC URL with user and password) names a server of any
 * other kind, such as TimescaleDB.
 */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String POSTGIS = "postgis";
    private static Optional<String> running = Optional.empty();

    private TestDatabase() {}

    /** Whether tables with geography are asked for. */
    public static boolean wantsPostgis() {
        return System.getProperty("nagar.test.flavour", "plain").equals(POSTGIS);
    }

    /** A new, empty database. */
    public static DataSource empty() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        return source;
    }

    /** The JDBC URL of a new, empty database, with its user. */
    public static String url() {
        String server = server();
        String name =
                "nagar_test_%d_%d"
                        .formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
        try (Connection connection = DriverManager.getConnection(server);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server.replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1");
    }

    private static synchronized String server() {
        String address =
                running.or(() -> Optional.ofNullable(System.getenv("NAGAR_TEST_POSTGRES_URL")))
                        .orElseGet(() -> wantsPostgis() ? startWithPostgis() : startPlain());
        running = Optional.of(address);
        return address;
    }

    private static String startPlain() {
        return address(EphemeralServers.settings(ServerName.POSTGRES));
    }

    private static String startWithPostgis() {
        try {
            Map<String, String> debian = Map.of("nagar.servers.debian", "true");
            String address =
                    address(EphemeralServers.start(Set.of(ServerName.POSTGRES), debian).settings());
            Assumptions.assumeTrue(offersPostgis(address), "no PostGIS can be had here");
            return address;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean offersPostgis(String address) {
        String sql = "SELECT 1 FROM pg_available_extensions WHERE name = 'postgis'";
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String address(Map<String, String> settings) {
        return "%s?user=%s&password=%s"
                .formatted(
                        settings.get("nagar.postgres.url"),
                        settings.get("nagar.postgres.user"),
                        settings.get("nagar.postgres.password"));
    }
}

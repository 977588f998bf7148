package town.nagar.data.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

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
        try {
            EmbeddedPostgres server =
                    EmbeddedPostgres.builder()
                            .setPGStartupWait(Duration.ofSeconds(60))
                            .setServerConfig("fsync", "off")
                            .start();
            return server.getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

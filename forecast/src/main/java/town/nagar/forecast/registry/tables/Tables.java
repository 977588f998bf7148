package town.nagar.forecast.registry.tables;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import town.nagar.kit.health.Health;
import town.nagar.kit.http.ApiException;

/** Tables in a schema of their own that is made as soon as the server answers. */
public final class Tables implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tables.class);
    private static final String REGISTRY = "forecast_registry";
    private static final long PATIENCE_MILLIS = 3000;
    private static final int RETRY_SECONDS = 5;

    private final HikariDataSource database;
    private final PGSimpleDataSource unpooled = new PGSimpleDataSource();
    private final JdbcClient client;
    private final TransactionTemplate transaction;
    private final Schema schema;
    private volatile boolean made;

    /**
     * A schema and how it is made.
     *
     * @param scripts where its migrations are on the class path
     * @param words that stand in for {@code ${…}} in them
     */
    public record Schema(String name, String scripts, Map<String, String> words) {
        public Schema {
            words = Map.copyOf(words);
        }
    }

    /**
     * The registry's tables behind a JDBC URL; the server may be away still.
     *
     * @param password empty if the URL names user and password
     * @param connections at most so many
     * @param artifacts the URI below which MLflow's runs keep files
     */
    public Tables(String url, String user, String password, int connections, String artifacts) {
        this(
                url,
                user,
                password,
                connections,
                new Schema(
                        REGISTRY,
                        "town/nagar/forecast/registry/schema",
                        Map.of("artifacts", artifacts)));
    }

    /** Tables of any schema behind a JDBC URL. */
    public Tables(String url, String user, String password, int connections, Schema schema) {
        this.schema = schema;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        unpooled.setUrl(url);
        if (!password.isEmpty()) {
            config.setUsername(user);
            config.setPassword(password);
            unpooled.setUser(user);
            unpooled.setPassword(password);
        }
        config.setSchema(schema.name());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setInitializationFailTimeout(-1); // the service starts while the server is away
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("ApplicationName", "nagar-forecast");
        config.setPoolName(schema.name());
        database = new HikariDataSource(config);
        client = JdbcClient.create((DataSource) database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    /**
     * Asks and tells the tables.
     *
     * @throws ApiException 503 while the tables cannot be made
     */
    public JdbcClient sql() {
        make();
        return client;
    }

    /** Does several things or, if one throws, none of them. */
    public <T> T together(Supplier<T> work) {
        make();
        return transaction.execute(_ -> work.get());
    }

    /** Lets one transaction at a time change a model; call inside {@link #together}. */
    public void lock(String model) {
        client.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))::text")
                .param(REGISTRY + " " + model)
                .query(String.class)
                .list();
    }

    /** Makes the tables if the server is there; otherwise that is left to a later try. */
    public void tryToMake() {
        try {
            make();
        } catch (ApiException e) {
            LOG.warn(
                    "tables not ready schema={} reason={}",
                    schema.name(),
                    String.valueOf(e.getCause()));
        }
    }

    private synchronized void make() {
        if (made) {
            return;
        }
        try {
            Flyway.configure()
                    .dataSource(unpooled)
                    .schemas(schema.name())
                    .locations("classpath:" + schema.scripts())
                    .placeholders(schema.words())
                    .load()
                    .migrate();
            made = true;
        } catch (FlywayException e) {
            var away =
                    ApiException.unavailable(
                            "The tables of %s are away".formatted(schema.name()), RETRY_SECONDS);
            away.initCause(e);
            throw away;
        }
    }

    /** Whether they answer. */
    public Health health() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(1) && made
                    ? Health.up()
                    : Health.down("the tables of %s are not ready".formatted(schema.name()));
        } catch (SQLException e) {
            return Health.down("%s does not answer".formatted(schema.name()));
        }
    }

    @Override
    public void close() {
        database.close();
    }
}

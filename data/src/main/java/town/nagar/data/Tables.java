package town.nagar.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.data.schema.Schema;
import town.nagar.kit.health.Health;
import town.nagar.kit.servers.PostgresAddress;

/** The database, whose tables are made as soon as it answers. */
final class Tables implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tables.class);
    private static final long PATIENCE_MILLIS = 3000;

    private final HikariDataSource database;
    private final PGSimpleDataSource unpooled = new PGSimpleDataSource();
    private volatile Optional<Schema> schema = Optional.empty();

    Tables(PostgresAddress where, int connections) {
        unpooled.setUrl(where.url());
        if (!where.password().value().isEmpty()) { // else the URL may name them
            unpooled.setUser(where.user());
            unpooled.setPassword(where.password().value());
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(where.url());
        config.setUsername(where.user());
        config.setPassword(where.password().value());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setInitializationFailTimeout(-1); // the service starts while the server is away
        config.addDataSourceProperty("prepareThreshold", "1");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("ApplicationName", "nagar-data");
        config.setPoolName("data");
        database = new HikariDataSource(config);
    }

    DataSource database() {
        return database;
    }

    /** Makes the tables unless they were made since start. */
    synchronized Schema migrate() throws SQLException, FlywayException {
        Schema made = schema.isPresent() ? schema.get() : Schema.migrate(unpooled);
        schema = Optional.of(made);
        return made;
    }

    /** Makes the tables if the server is there; otherwise that is left to a later try. */
    void tryToMigrate() {
        try {
            migrate();
        } catch (SQLException | FlywayException e) {
            LOG.warn("tables not ready reason={}", String.valueOf(e.getMessage()));
        }
    }

    /** Whether rows have PostGIS locations; false until the tables are made. */
    boolean geography() {
        return schema.map(Schema::geography).orElse(false);
    }

    Health health() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(1) && schema.isPresent()
                    ? Health.up()
                    : Health.down("tables are not ready");
        } catch (SQLException e) {
            return Health.down("history cannot be read");
        }
    }

    @Override
    public void close() {
        database.close();
    }
}

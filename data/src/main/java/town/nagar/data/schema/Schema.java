package town.nagar.data.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables as they are on one server.
 *
 * @param geography whether the server has PostGIS and rows carry a {@code location}
 * @param monthly whether raw tables are monthly partitions that we make and drop
 * @param maintainsTrafficHourly whether we write {@code traffic_hourly}, and not the server
 */
public record Schema(boolean geography, boolean monthly, boolean maintainsTrafficHourly) {
    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

    /**
     * Makes or renews the tables; safe to call at every start and from several processes.
     *
     * @param database gives connections of its own, not pooled ones: trying what a server does not
     *     offer makes pools drop them
     * @throws org.flywaydb.core.api.FlywayException if a migration fails; the tables are then as
     *     before it
     * @throws SQLException if the server cannot be asked
     */
    public static Schema migrate(DataSource database) throws SQLException {
        Flavour flavour = detect(database);
        Flyway.configure()
                .dataSource(database)
                .locations(
                        flavour.folders().stream()
                                .map(folder -> "classpath:town/nagar/data/schema/" + folder)
                                .toArray(String[]::new))
                .placeholders(flavour.placeholders())
                .baselineOnMigrate(true) // PostGIS puts a table of its own there first
                .baselineVersion("0")
                .outOfOrder(true) // a policy may be offered later than tables were made
                .load()
                .migrate();
        LOG.info("tables ready folders={}", flavour.folders());
        Flavour.Structure structure = flavour.structure();
        return new Schema(structure.geography(), !structure.hypertables(), !structure.continuous());
    }

    private static Flavour detect(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Flavour flavour = Flavour.of(connection);
            try (Statement statement = connection.createStatement()) {
                for (String extension : flavour.extensions()) {
                    statement.execute("CREATE EXTENSION IF NOT EXISTS " + extension);
                }
            }
            return flavour;
        }
    }
}

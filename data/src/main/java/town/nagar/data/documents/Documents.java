package town.nagar.data.documents;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.data.alerts.AlertDocument;
import town.nagar.data.history.Sql;
import town.nagar.data.places.Registry;

/** The collection {@code alerts}, brought up to date with the episodes that changed. */
public final class Documents implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);
    private static final String USUAL_DATABASE = "nagar";
    private static final int AT_ONCE = 500;
    private static final int PATIENCE_SECONDS = 2;

    private static final String DUE =
            "SELECT o.alert_id, o.changed, "
                    + columns()
                    + " FROM alert_outbox o"
                    + " JOIN alert_episodes e USING (alert_id) ORDER BY o.changed LIMIT ?";

    private final MongoClient client;
    private final String databaseName;
    private final DataSource database;
    private final Supplier<Registry> registry;
    private boolean indexed;

    public Documents(String url, DataSource database, Supplier<Registry> registry) {
        ConnectionString connection = new ConnectionString(url);
        client =
                MongoClients.create(
                        MongoClientSettings.builder()
                                .applyConnectionString(connection)
                                .applyToClusterSettings(cluster ->
                                        cluster.serverSelectionTimeout(
                                                PATIENCE_SECONDS, TimeUnit.SECONDS))
                                .build());
        databaseName = Optional.ofNullable(connection.getDatabase()).orElse(USUAL_DATABASE);
        this.database = database;
        this.registry = registry;
    }

    private static String columns() {
        return AlertDocument.COLUMNS.replaceFirst("alert_id, ", "");
    }

    /**
     * Writes the documents of all episodes that changed.
     *
     * @return how many
     * @throws MongoException if the document store is away; what is due stays due
     */
    public int project() throws SQLException {
        int all = 0;
        int some;
        do {
            some = projectSome();
            all += some;
        } while (some == AT_ONCE);
        return all;
    }

    private int projectSome() throws SQLException {
        List<WriteModel<Document>> writes = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<Long> changes = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement statement = Sql.of(DUE, AT_ONCE).prepare(connection);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getString(1));
                    changes.add(row.getLong(2));
                    writes.add(write(AlertDocument.of(row, registry.get())));
                }
            }
            if (!writes.isEmpty()) {
                alerts().bulkWrite(writes);
                done(ids, changes, connection);
            }
        }
        return writes.size();
    }

    private static WriteModel<Document> write(Map<String, @Nullable Object> fields) {
        Document document = new Document();
        fields.forEach((name, value) -> document.append(name, stored(value)));
        return new ReplaceOneModel<>(
                Filters.eq("alert_id", document.getString("alert_id")),
                document,
                new ReplaceOptions().upsert(true));
    }

    private static @Nullable Object stored(@Nullable Object value) {
        return value instanceof Instant instant ? Date.from(instant) : value;
    }

    /** An episode that changed again meanwhile stays due. */
    private static void done(List<String> ids, List<Long> changes, Connection connection)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "DELETE FROM alert_outbox WHERE alert_id = ? AND changed = ?")) {
            for (int i = 0; i < ids.size(); i++) {
                statement.setString(1, ids.get(i));
                statement.setLong(2, changes.get(i));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private MongoCollection<Document> alerts() {
        MongoCollection<Document> alerts = client.getDatabase(databaseName).getCollection("alerts");
        if (!indexed) {
            alerts.createIndex(Indexes.ascending("alert_id"));
            alerts.createIndex(Indexes.descending("created_at"));
            alerts.createIndex(Indexes.ascending("status", "severity"));
            alerts.createIndex(
                    Indexes.compoundIndex(
                            Indexes.ascending("type"), Indexes.descending("created_at")));
            nearness(alerts);
            indexed = true;
        }
        return alerts;
    }

    /** Some servers know no shapes on a sphere; nearness is asked of PostgreSQL anyway. */
    private static void nearness(MongoCollection<Document> alerts) {
        try {
            alerts.createIndex(Indexes.geo2dsphere("location"));
        } catch (MongoException e) {
            LOG.info("no index on location reason={}", String.valueOf(e.getMessage()));
        }
    }

    /**
     * Throws all documents away and makes them again from the tables.
     *
     * @return how many there are now
     * @throws MongoException if the document store is away
     */
    public int rebuild() throws SQLException {
        alerts().deleteMany(new Document());
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "INSERT INTO alert_outbox (alert_id) SELECT alert_id FROM"
                                        + " alert_episodes ON CONFLICT DO NOTHING")) {
            statement.executeUpdate();
        }
        return project();
    }

    /** Whether the document store answers. */
    public boolean answers() {
        try {
            client.getDatabase(databaseName).runCommand(new Document("ping", 1));
            return true;
        } catch (MongoException e) {
            return false;
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

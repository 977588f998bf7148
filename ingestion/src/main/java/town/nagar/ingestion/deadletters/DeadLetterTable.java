package town.nagar.ingestion.deadletters;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import town.nagar.contracts.readings.DeadLetter;
import town.nagar.kit.settings.Secret;

/** The table {@code ingestion.dead_letters}; made when PostgreSQL first answers. */
public final class DeadLetterTable implements AutoCloseable {
    private static final String COLUMNS =
            "id, received_at, route, source, domain, address, reason, message, original, state,"
                    + " replays, coalesce(last_replay_at, to_timestamp(0)) AS last_replay_at,"
                    + " last_result";

    private final HikariDataSource source;
    private volatile boolean made;

    /**
     * A table that may not be reachable yet.
     *
     * @param url of JDBC
     */
    public DeadLetterTable(String url, String user, Secret password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password.value());
        config.setSchema("ingestion");
        config.setPoolName("dead-letters");
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(2_000);
        config.setInitializationFailTimeout(-1);
        source = new HikariDataSource(config);
    }

    private Connection connect() throws SQLException {
        makeOnce();
        return source.getConnection();
    }

    private void makeOnce() throws SQLException {
        if (!made) {
            synchronized (this) {
                if (!made) {
                    make();
                    made = true;
                }
            }
        }
    }

    private void make() throws SQLException {
        try {
            Flyway.configure()
                    .dataSource(source)
                    .schemas("ingestion")
                    .defaultSchema("ingestion")
                    .locations("classpath:town/nagar/ingestion/deadletters/migrations")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new SQLException("the dead letters' table cannot be made", e);
        }
    }

    /** Adds letters; those that are there already stay as they are. */
    void add(List<DeadLetter> letters) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "INSERT INTO dead_letters (id, received_at, route, source, domain,"
                                        + " address, reason, message, original)"
                                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                        + " ON CONFLICT (id) DO NOTHING")) {
            for (DeadLetter letter : letters) {
                bind(insert, letter);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void bind(PreparedStatement insert, DeadLetter letter) throws SQLException {
        insert.setLong(1, letter.id());
        insert.setTimestamp(2, Timestamp.from(letter.receivedAt()));
        insert.setString(3, letter.route());
        insert.setString(4, storable(letter.source()));
        insert.setString(5, storable(letter.domain()));
        insert.setString(6, storable(letter.address()));
        insert.setString(7, letter.reason());
        insert.setString(8, storable(letter.message()));
        insert.setBytes(9, Base64.getDecoder().decode(letter.originalBase64()));
    }

    /** PostgreSQL keeps no NUL in a text. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /** The newest letters first. */
    List<KeptLetter> list(Filter filter) throws SQLException {
        String sql =
                "SELECT %s FROM dead_letters WHERE %s ORDER BY id DESC LIMIT %d"
                        .formatted(COLUMNS, filter.condition(), filter.limit());
        try (Connection connection = connect();
                PreparedStatement select = connection.prepareStatement(sql)) {
            List<Object> parameters = filter.parameters();
            for (int i = 0; i < parameters.size(); i++) {
                select.setObject(i + 1, parameters.get(i));
            }
            return read(select);
        }
    }

    Optional<KeptLetter> find(long id) throws SQLException {
        String sql = "SELECT %s FROM dead_letters WHERE id = ?".formatted(COLUMNS);
        try (Connection connection = connect();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, id);
            return read(select).stream().findFirst();
        }
    }

    private static List<KeptLetter> read(PreparedStatement select) throws SQLException {
        List<KeptLetter> letters = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                letters.add(letter(rows));
            }
        }
        return letters;
    }

    private static KeptLetter letter(ResultSet row) throws SQLException {
        DeadLetter letter =
                new DeadLetter(
                        row.getLong("id"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("route"),
                        row.getString("source"),
                        row.getString("domain"),
                        row.getString("address"),
                        row.getString("reason"),
                        row.getString("message"),
                        Base64.getEncoder().encodeToString(row.getBytes("original")));
        return new KeptLetter(
                letter,
                KeptLetter.State.find(row.getString("state")).orElse(KeptLetter.State.WAITING),
                row.getInt("replays"),
                row.getTimestamp("last_replay_at").toInstant(),
                row.getString("last_result"));
    }

    /** Keeps what came of sending a letter in again. */
    void replayed(long id, KeptLetter.State state, String result, Instant at) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement update =
                        connection.prepareStatement(
                                "UPDATE dead_letters SET state = ?, last_result = ?,"
                                        + " last_replay_at = ?, replays = replays + 1"
                                        + " WHERE id = ?")) {
            update.setString(1, state.word());
            update.setString(2, storable(result));
            update.setTimestamp(3, Timestamp.from(at));
            update.setLong(4, id);
            update.executeUpdate();
        }
    }

    /** Deletes what came before a time; how many. */
    int deleteBefore(Instant time) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement delete =
                        connection.prepareStatement(
                                "DELETE FROM dead_letters WHERE received_at < ?")) {
            delete.setTimestamp(1, Timestamp.from(time));
            return delete.executeUpdate();
        }
    }

    @Override
    public void close() {
        source.close();
    }
}

package town.nagar.data.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.contracts.alerts.AlertEvent;
import town.nagar.contracts.json.ContractJson;
import town.nagar.data.bus.TopicReader;
import town.nagar.data.history.Sql;

/**
 * Keeps {@code alert_episodes}: of each rule and place at most one open, told by however many
 * events in whatever order.
 */
public final class Episodes implements TopicReader.Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Episodes.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String REMEMBER =
            """
            INSERT INTO alert_events (alert_id, phase, at, rule, place_id, event)
            VALUES (?, ?, ?, ?, ?, ?::jsonb) ON CONFLICT (alert_id, phase, at) DO NOTHING
            """;

    private static final String CLOSE_EARLIER =
            """
            UPDATE alert_episodes SET cleared_at = ?, superseded = TRUE
            WHERE rule = ? AND place_id = ? AND alert_id <> ? AND opened_at <= ?
                AND (cleared_at IS NULL OR superseded AND cleared_at > ?)
            RETURNING alert_id
            """;

    private static final String PUT =
            """
            INSERT INTO alert_episodes (alert_id, rule, domain, place_id, severity, title,
                description, metrics, sensor_ids, opened_at, last_at, cleared_at, superseded,
                repeats, severity_history)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?::jsonb)
            ON CONFLICT (alert_id) DO UPDATE SET (severity, title, description, metrics,
                sensor_ids, opened_at, last_at, cleared_at, superseded, repeats,
                severity_history) = (excluded.severity, excluded.title, excluded.description,
                excluded.metrics, excluded.sensor_ids, excluded.opened_at, excluded.last_at,
                excluded.cleared_at, excluded.superseded, excluded.repeats,
                excluded.severity_history)
            """;

    /** The same document may be due again while it is being written: the number tells. */
    private static final String DUE =
            """
            INSERT INTO alert_outbox (alert_id) VALUES (?)
            ON CONFLICT (alert_id) DO UPDATE SET changed = DEFAULT
            """;

    @Override
    public void take(List<ConsumerRecord<String, byte[]>> records, Connection connection)
            throws SQLException {
        for (ConsumerRecord<String, byte[]> record : records) {
            Optional<AlertEvent> event = read(record);
            if (event.isPresent()) {
                take(event.get(), connection);
            }
        }
    }

    private static Optional<AlertEvent> read(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.of(ContractJson.read(record.value(), AlertEvent.class));
        } catch (UncheckedIOException | IllegalArgumentException e) {
            LOG.warn("alert refused partition={} offset={}", record.partition(), record.offset());
            return Optional.empty();
        }
    }

    /** Takes one event, in the caller's transaction; the same event again changes nothing. */
    public void take(AlertEvent event, Connection connection) throws SQLException {
        alone(event, connection);
        if (!remember(event, connection)) {
            return;
        }
        Episode episode = Episode.of(events(event.alertId(), connection), next(event, connection));
        closeEarlier(episode, connection);
        put(episode, connection);
        due(episode.alertId(), connection);
    }

    /** One writer for each rule and place at a time, until the transaction ends. */
    private static void alone(AlertEvent event, Connection connection) throws SQLException {
        Sql lock =
                Sql.of(
                        "SELECT pg_advisory_xact_lock(hashtext(?), hashtext(?))",
                        event.rule(),
                        event.placeId());
        try (PreparedStatement statement = lock.prepare(connection)) {
            statement.execute();
        }
    }

    private static boolean remember(AlertEvent event, Connection connection) throws SQLException {
        Sql insert =
                Sql.of(
                        REMEMBER,
                        event.alertId(),
                        event.phase().name(),
                        event.at(),
                        event.rule(),
                        event.placeId(),
                        new String(ContractJson.write(event), StandardCharsets.UTF_8));
        try (PreparedStatement statement = insert.prepare(connection)) {
            return statement.executeUpdate() > 0;
        }
    }

    private static List<AlertEvent> events(String alertId, Connection connection)
            throws SQLException {
        Sql query = Sql.of("SELECT event::text FROM alert_events WHERE alert_id = ?", alertId);
        try (PreparedStatement statement = query.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            List<AlertEvent> events = new ArrayList<>();
            while (row.next()) {
                byte[] json = row.getString(1).getBytes(StandardCharsets.UTF_8);
                events.add(ContractJson.read(json, AlertEvent.class));
            }
            return events;
        }
    }

    private static Optional<Instant> next(AlertEvent event, Connection connection)
            throws SQLException {
        Sql query =
                Sql.of(
                        "SELECT min(opened_at) FROM alert_episodes WHERE rule = ? AND place_id = ?"
                                + " AND alert_id <> ? AND opened_at > ?",
                        event.rule(),
                        event.placeId(),
                        event.alertId(),
                        event.openedAt());
        try (PreparedStatement statement = query.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant);
        }
    }

    private static void closeEarlier(Episode episode, Connection connection) throws SQLException {
        Sql update =
                Sql.of(
                        CLOSE_EARLIER,
                        episode.openedAt(),
                        episode.last().rule(),
                        episode.last().placeId(),
                        episode.alertId(),
                        episode.openedAt(),
                        episode.openedAt());
        List<String> closed = new ArrayList<>();
        try (PreparedStatement statement = update.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                closed.add(row.getString(1));
            }
        }
        for (String alertId : closed) {
            due(alertId, connection);
        }
    }

    private static void put(Episode episode, Connection connection) throws SQLException {
        AlertEvent last = episode.last();
        try (PreparedStatement statement = connection.prepareStatement(PUT)) {
            statement.setString(1, episode.alertId());
            statement.setString(2, last.rule());
            statement.setString(3, last.domain().word());
            statement.setString(4, last.placeId());
            statement.setString(5, last.severity().word());
            statement.setString(6, last.title());
            statement.setString(7, last.description());
            statement.setString(8, json(last.metrics()));
            statement.setObject(9, last.sensorIds().toArray(String[]::new));
            statement.setObject(10, utc(episode.openedAt()));
            statement.setObject(11, utc(last.at()));
            if (episode.clearedAt().isPresent()) {
                statement.setObject(12, utc(episode.clearedAt().get()));
            } else {
                statement.setNull(12, Types.TIMESTAMP_WITH_TIMEZONE);
            }
            statement.setBoolean(13, episode.superseded());
            statement.setInt(14, episode.repeats());
            statement.setString(15, history(episode));
            statement.executeUpdate();
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static String history(Episode episode) {
        Map<String, String> history = new LinkedHashMap<>();
        episode.severities().forEach((at, severity) -> history.put(at.toString(), severity));
        return json(history);
    }

    private static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void due(String alertId, Connection connection) throws SQLException {
        try (PreparedStatement statement = Sql.of(DUE, alertId).prepare(connection)) {
            statement.executeUpdate();
        }
    }
}

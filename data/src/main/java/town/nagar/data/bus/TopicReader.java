package town.nagar.data.bus;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.contracts.KafkaAccess;

/**
 * Takes a topic into tables in transactions that also keep how far it got, so that nothing is lost
 * or taken twice, whichever of the two servers stops.
 */
public final class TopicReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final String KEEP =
            "INSERT INTO topic_positions (topic, topic_id, partition, next_offset)"
                    + " VALUES (?, ?, ?, ?) ON CONFLICT (topic, topic_id, partition)"
                    + " DO UPDATE SET next_offset = excluded.next_offset";

    /** Writes records into tables; called in a transaction that it neither ends nor leaves. */
    public interface Intake {
        void take(List<ConsumerRecord<String, byte[]>> records, Connection connection)
                throws SQLException;

        /** Called once the records' transaction has been committed. */
        default void committed() {}
    }

    private final String servers;
    private final String topic;
    private final DataSource database;
    private final Intake intake;
    private final Thread thread;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean closed;
    private boolean away;
    private volatile Optional<KafkaConsumer<String, byte[]>> current = Optional.empty();

    private TopicReader(String servers, String topic, DataSource database, Intake intake) {
        this.servers = servers;
        this.topic = topic;
        this.database = database;
        this.intake = intake;
        thread = Thread.ofVirtual().name("take-" + topic).unstarted(this::run);
    }

    /** Starts to read; a server that is away is waited for. */
    public static TopicReader start(
            String servers, String topic, DataSource database, Intake intake) {
        TopicReader reader = new TopicReader(servers, topic, database, intake);
        reader.thread.start();
        return reader;
    }

    private void run() {
        while (!closed) {
            try (KafkaConsumer<String, byte[]> consumer = consumer()) {
                current = Optional.of(consumer);
                follow(consumer);
            } catch (WakeupException | InterruptException e) {
                LOG.debug("stopped topic={}", topic);
            } catch (KafkaException | SQLException | ExecutionException e) {
                if (!away) { // said once, until records come again
                    LOG.warn(
                            "cannot take topic={} reason={}",
                            topic,
                            String.valueOf(e.getMessage()));
                }
                away = true;
                rest();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void rest() {
        try {
            closed |= stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> access = KafkaAccess.of(servers);
        access.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        access.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        access.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1000);
        access.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        access.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(access, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private void follow(KafkaConsumer<String, byte[]> consumer)
            throws SQLException, ExecutionException, InterruptedException {
        String topicId = topicId();
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        consumer.assign(partitions);
        Map<Integer, Long> positions = positions(topicId);
        partitions.forEach(partition ->
                consumer.seek(partition, positions.getOrDefault(partition.partition(), 0L)));
        while (!closed) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                take(records, topicId);
                away = false;
                intake.committed();
            }
        }
    }

    private String topicId() throws ExecutionException, InterruptedException {
        Map<String, Object> access = KafkaAccess.of(servers);
        access.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 4000);
        access.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000);
        try (Admin admin = Admin.create(access)) {
            Map<String, TopicDescription> topics =
                    admin.describeTopics(List.of(topic)).allTopicNames().get();
            return topics.values().iterator().next().topicId().toString();
        }
    }

    private Map<Integer, Long> positions(String topicId) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "SELECT partition, next_offset FROM topic_positions"
                                        + " WHERE topic = ? AND topic_id = ?")) {
            statement.setString(1, topic);
            statement.setString(2, topicId);
            Map<Integer, Long> positions = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    positions.put(rows.getInt(1), rows.getLong(2));
                }
            }
            return positions;
        }
    }

    private void take(ConsumerRecords<String, byte[]> records, String topicId) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<ConsumerRecord<String, byte[]>> list =
                        StreamSupport.stream(records.spliterator(), false).toList();
                intake.take(list, connection);
                keep(records, topicId, connection);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private void keep(
            ConsumerRecords<String, byte[]> records, String topicId, Connection connection)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
            for (TopicPartition partition : records.partitions()) {
                statement.setString(1, topic);
                statement.setString(2, topicId);
                statement.setInt(3, partition.partition());
                statement.setLong(4, records.records(partition).getLast().offset() + 1);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Override
    public void close() {
        closed = true;
        stop.countDown();
        current.ifPresent(KafkaConsumer::wakeup);
        try {
            if (!thread.join(POLL.multipliedBy(2))) {
                thread.interrupt(); // it waits for a server that is away
                thread.join(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

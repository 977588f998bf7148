package town.nagar.ingestion.deadletters;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.contracts.KafkaAccess;
import town.nagar.contracts.Topics;
import town.nagar.contracts.json.ContractJson;
import town.nagar.contracts.readings.DeadLetter;
import town.nagar.ingestion.publish.Outlet;

/**
 * Brings dead letters from Kafka to the table. While PostgreSQL is away they stay in Kafka, and
 * alerts still go out.
 */
public final class DeadLetterReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration SWEEP_EVERY = Duration.ofHours(1);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(5);

    private final DeadLetterSettings settings;
    private final DeadLetterTable table;
    private final RefusalAlerts alerts;
    private final InstantSource clock;
    private final Map<String, Object> access;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private long nextSweepMillis;

    private DeadLetterReader(
            DeadLetterSettings settings,
            DeadLetterTable table,
            Outlet outlet,
            InstantSource clock,
            Map<String, Object> access) {
        this.settings = settings;
        this.table = table;
        this.alerts = new RefusalAlerts(settings, outlet);
        this.clock = clock;
        this.access = access;
        thread = Thread.ofPlatform().daemon().name("dead-letter-reader").unstarted(this::run);
    }

    /** Starts to read. */
    public static DeadLetterReader start(
            DeadLetterSettings settings,
            DeadLetterTable table,
            Outlet outlet,
            InstantSource clock,
            String bootstrap) {
        Map<String, Object> access = KafkaAccess.of(bootstrap);
        access.put(ConsumerConfig.GROUP_ID_CONFIG, "nagar-ingestion-dead-letters");
        access.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        access.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        access.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        access.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        access.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
        DeadLetterReader reader = new DeadLetterReader(settings, table, outlet, clock, access);
        reader.thread.start();
        return reader;
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void run() {
        while (!isClosed()) {
            try (Consumer<String, byte[]> consumer =
                    new KafkaConsumer<>(
                            access, new StringDeserializer(), new ByteArrayDeserializer())) {
                consumer.subscribe(List.of(Topics.DEAD_LETTER));
                follow(consumer);
            } catch (InterruptedException | InterruptException e) {
                LOG.debug("dead letter reader was interrupted");
            } catch (KafkaException e) {
                LOG.warn("dead letters cannot be read, trying again cause={}", e.toString());
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer) throws InterruptedException {
        while (!isClosed()) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            List<DeadLetter> letters = letters(records);
            letters.forEach(alerts::count);
            alerts.tick(clock.instant());
            if (!letters.isEmpty()) {
                keep(letters, consumer);
                consumer.commitSync();
            }
            sweepIfDue();
        }
    }

    private static List<DeadLetter> letters(ConsumerRecords<String, byte[]> records) {
        List<DeadLetter> letters = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                letters.add(ContractJson.read(record.value(), DeadLetter.class));
            } catch (UncheckedIOException | IllegalArgumentException e) {
                LOG.warn("dead letter is not readable offset={}", record.offset(), e);
            }
        }
        return letters;
    }

    /** Tries until the table takes them; the broker hears from us meanwhile. */
    private void keep(List<DeadLetter> letters, Consumer<String, byte[]> consumer)
            throws InterruptedException {
        boolean kept = false;
        boolean told = false;
        while (!kept && !isClosed()) {
            try {
                table.add(letters);
                kept = true;
            } catch (SQLException e) {
                if (!told) {
                    LOG.warn("dead letters wait for postgresql cause={}", e.toString());
                    told = true;
                }
                closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                consumer.pause(consumer.assignment());
                consumer.poll(Duration.ZERO);
                alerts.tick(clock.instant());
            }
        }
        consumer.resume(consumer.paused());
        if (!kept) {
            throw new InterruptedException("closed before the letters were kept");
        }
    }

    private void sweepIfDue() {
        long now = clock.millis();
        if (now < nextSweepMillis) {
            return;
        }
        nextSweepMillis = now + SWEEP_EVERY.toMillis();
        try {
            int deleted = table.deleteBefore(clock.instant().minus(settings.keptFor()));
            LOG.debug("old dead letters deleted count={}", deleted);
        } catch (SQLException e) {
            LOG.debug("old dead letters stay for now", e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            if (!thread.join(PATIENCE_AT_CLOSE)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

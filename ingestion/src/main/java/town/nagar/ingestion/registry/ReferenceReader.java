package town.nagar.ingestion.registry;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
import town.nagar.contracts.Topics;
import town.nagar.contracts.json.ContractJson;
import town.nagar.contracts.places.Sensor;

/** Follows the topic {@code reference} and keeps a snapshot of the sensors on disk. */
public final class ReferenceReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceReader.class);
    private static final String SENSOR = "sensor/";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(3);

    private final Registry registry;
    private final RegistrySettings settings;
    private final InstantSource clock;
    private final Path snapshot;
    private final Map<String, Object> access;
    private final TownNews news;
    private final Thread thread;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean closed;
    private long nextSnapshot;

    private ReferenceReader(
            Registry registry,
            RegistrySettings settings,
            InstantSource clock,
            Path snapshot,
            Map<String, Object> access,
            TownNews news) {
        this.registry = registry;
        this.settings = settings;
        this.clock = clock;
        this.snapshot = snapshot;
        this.access = access;
        this.news = news;
        thread = Thread.ofPlatform().daemon().name("reference-reader").unstarted(this::run);
    }

    /**
     * Starts to read.
     *
     * @param bootstrap host:port of Kafka, several joined by commas
     * @param snapshot the file in which the sensors are kept for a start without Kafka
     * @param news waited for before the topic counts as read
     */
    public static ReferenceReader start(
            Registry registry,
            RegistrySettings settings,
            InstantSource clock,
            String bootstrap,
            Path snapshot,
            TownNews news) {
        Map<String, Object> access = KafkaAccess.of(bootstrap);
        access.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        access.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        access.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        ReferenceReader reader =
                new ReferenceReader(registry, settings, clock, snapshot, access, news);
        reader.load();
        reader.thread.start();
        return reader;
    }

    private void load() {
        if (Files.notExists(snapshot)) {
            return;
        }
        try (Stream<String> lines = Files.lines(snapshot)) {
            lines.map(line -> line.getBytes(StandardCharsets.UTF_8))
                    .map(bytes -> ContractJson.read(bytes, Sensor.class))
                    .forEach(registry::put);
            registry.snapshotIsIn();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("registry snapshot cannot be read, waiting for kafka", e);
        }
    }

    private void run() {
        news.await();
        while (!closed) {
            try (Consumer<String, byte[]> consumer =
                    new KafkaConsumer<>(
                            access, new StringDeserializer(), new ByteArrayDeserializer())) {
                follow(consumer);
            } catch (WakeupException | InterruptException e) {
                LOG.debug("reference reader was woken");
            } catch (KafkaException e) {
                LOG.warn("reference topic cannot be read, trying again cause={}", e.toString());
                pause();
            }
        }
    }

    private void pause() {
        try {
            closed = stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions =
                consumer.partitionsFor(Topics.REFERENCE).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        if (partitions.isEmpty()) {
            pause();
            return;
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (!closed) {
            consumer.poll(POLL).forEach(this::take);
            if (!registry.isCaughtUp() && isPast(consumer, ends)) {
                LOG.info("registry read sensors={}", registry.count());
                registry.caughtUp();
            }
            saveIfDue();
        }
    }

    private static boolean isPast(
            Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        String key = Optional.ofNullable(record.key()).orElse("");
        if (!key.startsWith(SENSOR)) {
            return;
        }
        try {
            Optional.ofNullable(record.value())
                    .map(bytes -> ContractJson.read(bytes, Sensor.class))
                    .ifPresentOrElse(
                            registry::put, () -> registry.remove(key.substring(SENSOR.length())));
        } catch (UncheckedIOException | IllegalArgumentException e) {
            LOG.warn("reference entry is not a sensor key={} cause={}", key, e.toString());
        }
    }

    private void saveIfDue() {
        long now = clock.millis();
        if (registry.isCaughtUp() && now >= nextSnapshot) {
            nextSnapshot = now + settings.snapshotEvery().toMillis();
            save();
        }
    }

    private void save() {
        Path fresh = snapshot.resolveSibling(snapshot.getFileName() + ".new");
        try {
            Files.createDirectories(snapshot.toAbsolutePath().getParent());
            try (BufferedWriter out = Files.newBufferedWriter(fresh)) {
                for (Sensor sensor : registry.list()) {
                    out.write(new String(ContractJson.write(sensor), StandardCharsets.UTF_8));
                    out.newLine();
                }
            }
            Files.move(fresh, snapshot, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("registry snapshot cannot be written", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        stopped.countDown();
        try {
            if (!thread.join(PATIENCE_AT_CLOSE)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package town.nagar.ingestion.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.contracts.KafkaAccess;
import town.nagar.kit.health.Health;
import town.nagar.kit.health.HealthPart;

/**
 * Sends to Kafka; what Kafka does not take in three tries waits in the spool and is sent later.
 *
 * <p>While anything is spooled, new records queue behind it, so that one place stays in order. A
 * record may reach Kafka twice: it carries its ingest id, by which readers tell. Whoever sent it is
 * told only when Kafka has it, or refuses it for good.
 */
public final class KafkaOutlet implements Outlet, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaOutlet.class);
    private static final int TRIES = 3;
    private static final int DRAIN_RECORDS = 2_000;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;
    private final OrderedSending sending;
    private final Spool spool;
    private final Thread drainer;
    private final ScheduledExecutorService flusher =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("spool-flush").factory());
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private volatile boolean spooling;
    private volatile boolean closed;

    private KafkaOutlet(Producer<String, byte[]> producer, Spool spool, PublishSettings settings) {
        this.producer = producer;
        this.spool = spool;
        sending = new OrderedSending(producer);
        spooling = !spool.isEmpty();
        long flushMillis = settings.spoolFlush().toMillis();
        var _ =
                flusher.scheduleWithFixedDelay(
                        this::flush, flushMillis, flushMillis, TimeUnit.MILLISECONDS);
        drainer = Thread.ofPlatform().daemon().name("spool-drain").start(this::drain);
    }

    /**
     * Opens the way out.
     *
     * @param bootstrap host:port of Kafka, several joined by commas
     * @param dir the spool's folder
     * @throws UncheckedIOException if the spool's folder cannot be used
     */
    public static KafkaOutlet open(String bootstrap, Path dir, PublishSettings settings) {
        Spool spool = Spool.open(dir, settings.spoolBytes(), settings.spoolSegmentBytes());
        KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(
                        producerSettings(bootstrap, settings),
                        new StringSerializer(),
                        new ByteArraySerializer());
        return new KafkaOutlet(producer, spool, settings);
    }

    private static Map<String, Object> producerSettings(String bootstrap, PublishSettings given) {
        Map<String, Object> map = KafkaAccess.of(bootstrap);
        map.put(ProducerConfig.ACKS_CONFIG, "all");
        map.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        map.put(ProducerConfig.RETRIES_CONFIG, TRIES - 1);
        map.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 100);
        map.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 1_000);
        map.put(ProducerConfig.LINGER_MS_CONFIG, (int) given.linger().toMillis());
        map.put(ProducerConfig.BATCH_SIZE_CONFIG, given.batchBytes());
        map.put(ProducerConfig.BUFFER_MEMORY_CONFIG, given.bufferBytes());
        map.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, given.compression());
        map.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) given.requestTimeout().toMillis());
        map.put(
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                (int) given.deliveryTimeout().toMillis());
        map.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, given.maxBlock().toMillis());
        map.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000);
        map.put(ProducerConfig.CLIENT_ID_CONFIG, "nagar-ingestion");
        return map;
    }

    @Override
    public void send(String topic, String key, byte[] value, CompletableFuture<Void> done) {
        if (spooling) {
            sendBehindSpool(topic, key, value, done);
        } else {
            sendNow(topic, key, value, done);
        }
    }

    private void sendBehindSpool(
            String topic, String key, byte[] value, CompletableFuture<Void> done) {
        synchronized (spool) {
            if (spooling) {
                spool(topic, key, value, done);
                return;
            }
        }
        sendNow(topic, key, value, done);
    }

    private void sendNow(String topic, String key, byte[] value, CompletableFuture<Void> done) {
        try {
            var _ =
                    producer.send(
                            new ProducerRecord<>(topic, key, value),
                            (metadata, e) -> {
                                if (e == null) {
                                    take(done);
                                } else {
                                    failed(topic, key, value, done, e);
                                }
                            });
        } catch (KafkaException | IllegalStateException e) {
            failed(topic, key, value, done, e);
        }
    }

    private void failed(
            String topic, String key, byte[] value, CompletableFuture<Void> done, Exception e) {
        if (OrderedSending.isHopeless(e) || closed) {
            refuse(done, OutletException.refused(e));
            return;
        }
        synchronized (spool) {
            if (!spooling) {
                LOG.warn("kafka does not answer, spooling cause={}", e.toString());
            }
            spool(topic, key, value, done);
        }
    }

    private void spool(String topic, String key, byte[] value, CompletableFuture<Void> done) {
        boolean taken;
        try {
            taken = spool.append(topic, key, value, done);
        } catch (UncheckedIOException e) {
            refuse(done, new OutletException("the spool cannot be written", e));
            return;
        }
        if (taken) {
            spooling = true;
            spool.notifyAll();
        } else {
            refuse(done, new OutletException("Kafka does not answer and the spool is full"));
        }
    }

    private void refuse(CompletableFuture<Void> done, OutletException e) {
        refused.incrementAndGet();
        done.completeExceptionally(e);
    }

    private void flush() {
        try {
            synchronized (spool) {
                spool.force();
            }
        } catch (IOException e) {
            LOG.error("spool cannot be forced to disk", e);
        }
    }

    private void drain() {
        while (!closed) {
            try {
                if (!drainSome()) {
                    synchronized (spool) {
                        spool.wait(PAUSE_AFTER_FAILURE.toMillis());
                    }
                }
            } catch (InterruptedException e) {
                return;
            } catch (IOException e) {
                LOG.error("spool cannot be read", e);
                closed = true;
            }
        }
    }

    /** Sends the oldest spooled records; false if there is nothing to do or Kafka is away. */
    private boolean drainSome() throws IOException, InterruptedException {
        List<SpoolRecord> records;
        synchronized (spool) {
            records = spool.peek(DRAIN_RECORDS);
            if (records.isEmpty()) {
                leaveSpooling();
                return false;
            }
        }
        List<Optional<OutletException>> settled = sending.send(records);
        if (!settled.isEmpty()) {
            List<CompletableFuture<Void>> waiting;
            synchronized (spool) {
                waiting = spool.remove(settled.size());
            }
            tell(settled, waiting);
        }
        return settled.size() == records.size();
    }

    /** The last records are those that somebody waits for; the others came before a crash. */
    private void tell(
            List<Optional<OutletException>> settled, List<CompletableFuture<Void>> waiting) {
        int unawaited = settled.size() - waiting.size();
        for (int i = 0; i < settled.size(); i++) {
            CompletableFuture<Void> done =
                    i < unawaited ? new CompletableFuture<>() : waiting.get(i - unawaited);
            settled.get(i).ifPresentOrElse(e -> refuse(done, e), () -> take(done));
        }
    }

    private void take(CompletableFuture<Void> done) {
        sent.incrementAndGet();
        done.complete(null);
    }

    private void leaveSpooling() {
        if (spooling) {
            spooling = false;
            LOG.info("spool is drained");
        }
    }

    /** Whether Kafka takes records. */
    public HealthPart kafkaHealth() {
        return HealthPart.of("kafka", this::checkKafka);
    }

    /** Whether what Kafka does not take has a place to wait. */
    public HealthPart spoolHealth() {
        return HealthPart.of("spool", this::checkSpool);
    }

    private Health checkKafka() {
        return spooling
                ? Health.degraded("Kafka does not answer; readings wait in the spool")
                : Health.up(Map.of("records_sent", sent.get()));
    }

    private Health checkSpool() {
        if (refused.get() > 0 && spooling) {
            return Health.down("the spool is full or cannot be written; senders must wait");
        }
        return Health.up(Map.of("bytes", spoolBytes(), "records", spoolRecords()));
    }

    /** Bytes that the spool takes on disk. */
    public long spoolBytes() {
        synchronized (spool) {
            return spool.bytes();
        }
    }

    /** Records in the spool. */
    public long spoolRecords() {
        synchronized (spool) {
            return spool.records();
        }
    }

    /** Waits a few seconds for what is on its way; what Kafka did not take stays spooled. */
    @Override
    public void close() {
        producer.close(PATIENCE_AT_CLOSE);
        closed = true;
        drainer.interrupt();
        flusher.shutdown();
        try {
            drainer.join(PATIENCE_AT_CLOSE);
            flusher.awaitTermination(PATIENCE_AT_CLOSE.toMillis(), TimeUnit.MILLISECONDS);
            synchronized (spool) {
                spool.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.error("spool cannot be closed", e);
        }
    }
}

package town.nagar.streams.latest;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Keeps the newest of each key and stores them at intervals on a thread of its own, so that Redis
 * never holds up a job: what it does not take after some tries is dropped and counted.
 */
final class LatestWriter<T> implements SinkWriter<T> {
    private static final Logger LOG = LoggerFactory.getLogger(LatestWriter.class);
    private static final int TRIES = 3;
    private static final long CLOSE_SECONDS = 5;

    private final LatestEntry<T> entry;
    private final RedisLatest redis;
    private final Duration interval;
    private final ProcessingTimeService time;
    private final ExecutorService thread;
    private final AtomicLong stored = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private Map<String, T> newest = new HashMap<>();
    private Future<?> underWay = CompletableFuture.completedFuture(true);
    private boolean closed;

    LatestWriter(
            LatestEntry<T> entry,
            RedisLatest redis,
            Duration interval,
            ProcessingTimeService time,
            MetricGroup metrics) {
        this.entry = entry;
        this.redis = redis;
        this.interval = interval;
        this.time = time;
        this.thread =
                Executors.newSingleThreadExecutor(Thread.ofPlatform().name("latest").factory());
        metrics.gauge("nagar_latest_stored", (Gauge<Long>) stored::get);
        metrics.gauge("nagar_latest_dropped", (Gauge<Long>) dropped::get);
        tickLater();
    }

    private void tickLater() {
        var _ =
                time.registerTimer(
                        time.getCurrentProcessingTime() + interval.toMillis(),
                        now -> {
                            if (!closed) {
                                sendIfIdle();
                                tickLater();
                            }
                        });
    }

    @Override
    public void write(T thing, Context context) {
        newest.merge(entry.key(thing), thing, this::newer);
    }

    private T newer(T known, T next) {
        return entry.timeMillis(next) >= entry.timeMillis(known) ? next : known;
    }

    private void sendIfIdle() {
        if (underWay.isDone() && !newest.isEmpty()) {
            Map<String, T> batch = newest;
            newest = new HashMap<>();
            underWay = thread.submit(() -> store(batch));
        }
    }

    private void store(Map<String, T> batch) {
        List<RedisLatest.Entry> entries =
                batch.entrySet().stream()
                        .map(each ->
                                new RedisLatest.Entry(
                                        each.getKey(),
                                        entry.timeMillis(each.getValue()),
                                        entry.json(each.getValue())))
                        .toList();
        for (int tried = 1; tried <= TRIES; tried++) {
            try {
                redis.store(entries);
                stored.addAndGet(entries.size());
                return;
            } catch (JedisException e) {
                LOG.warn("latest not stored try={} reason={}", tried, e.getMessage());
            }
        }
        dropped.addAndGet(entries.size());
    }

    /** A checkpoint does not wait for Redis; at the end of a stream the last values still go. */
    @Override
    public void flush(boolean endOfInput) throws InterruptedException {
        if (endOfInput) {
            closed = true;
            Map<String, T> batch = newest;
            newest = new HashMap<>();
            thread.execute(() -> store(batch));
            thread.shutdown();
            boolean ended = thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
            LOG.debug("last values stored: {}", ended);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.shutdownNow();
        try {
            if (thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                redis.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

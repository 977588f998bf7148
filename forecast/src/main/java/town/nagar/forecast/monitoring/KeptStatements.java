package town.nagar.forecast.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps statements, written in batches by a thread of its own. Of each version and origin the first
 * counts: what people were shown when the step began.
 *
 * <p>While the tables are away statements wait; when too many wait, more are dropped and counted.
 */
final class KeptStatements implements Statements, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeptStatements.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int BATCH = 16;
    private static final int REMEMBERED = 4096;

    private final StatementTable table;
    private final BlockingQueue<Statement> queue;
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong kept = new AtomicLong();
    private final Thread writer;

    @SuppressWarnings("serial") // nobody writes it as an object
    private final Map<Key, Boolean> taken =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Boolean> eldest) {
                    return size() > REMEMBERED;
                }
            };

    private record Key(String model, String version, Instant origin) {}

    /**
     * Begins to keep.
     *
     * @param most that wait
     */
    KeptStatements(StatementTable table, int most) {
        this.table = table;
        this.queue = new ArrayBlockingQueue<>(most);
        this.writer = Thread.ofVirtual().name("forecast-statements").start(this::write);
    }

    @Override
    public void take(Statement statement) {
        var key = new Key(statement.model(), statement.version(), statement.at(0));
        synchronized (taken) {
            if (taken.containsKey(key)) {
                return;
            }
            if (queue.offer(statement)) {
                taken.put(key, true);
                return;
            }
        }
        if (dropped.incrementAndGet() % 100 == 1) {
            LOG.warn("statement dropped model={} dropped={}", statement.model(), dropped.get());
        }
    }

    private void write() {
        List<Statement> batch = new ArrayList<>();
        try {
            while (true) {
                if (batch.isEmpty()) {
                    batch.add(queue.take());
                    queue.drainTo(batch, BATCH - 1);
                }
                if (written(batch)) {
                    batch.clear();
                } else {
                    Thread.sleep(PAUSE);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the service stops
        }
    }

    private boolean written(List<Statement> batch) {
        try {
            kept.addAndGet(table.keep(batch));
            return true;
        } catch (RuntimeException e) {
            LOG.warn("statements not written waiting={} cause={}", queue.size(), e.toString());
            return false;
        }
    }

    /** How many were dropped because too many waited. */
    long dropped() {
        return dropped.get();
    }

    /** How many were written since the start. */
    long kept() {
        return kept.get();
    }

    int waiting() {
        return queue.size();
    }

    @Override
    public void close() {
        writer.interrupt();
    }
}

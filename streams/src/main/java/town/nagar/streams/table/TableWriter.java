package town.nagar.streams.table;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import town.nagar.streams.enrich.Sensed;

/**
 * Collects rows while a thread stores the batch before. At most two batches exist; a third waits,
 * and with it the job: that is the back-pressure.
 */
final class TableWriter implements SinkWriter<Sensed> {
    private static final long CLOSE_SECONDS = 10;

    private final BatchStore store;
    private final int mostRows;
    private final Duration interval;
    private final ProcessingTimeService time;
    private final ExecutorService thread;
    private List<Sensed> collected = new ArrayList<>();
    private Future<?> underWay = CompletableFuture.completedFuture(true);
    private boolean closed;

    TableWriter(BatchStore store, int mostRows, Duration interval, ProcessingTimeService time) {
        this.store = store;
        this.mostRows = mostRows;
        this.interval = interval;
        this.time = time;
        this.thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("rows").factory());
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
    public void write(Sensed row, Context context) throws IOException, InterruptedException {
        collected.add(row);
        if (collected.size() >= mostRows) {
            send();
        }
    }

    private void sendIfIdle() throws IOException, InterruptedException {
        if (underWay.isDone()) {
            send();
        }
    }

    private void send() throws IOException, InterruptedException {
        await();
        if (!collected.isEmpty()) {
            List<Sensed> batch = collected;
            collected = new ArrayList<>(batch.size());
            underWay =
                    thread.submit(() -> {
                        store.store(batch);
                        return true;
                    });
        }
    }

    private void await() throws IOException, InterruptedException {
        try {
            underWay.get();
        } catch (ExecutionException e) {
            throw new IOException("rows could not be stored", e.getCause());
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        send();
        await();
    }

    @Override
    public void close() {
        closed = true;
        thread.shutdownNow();
        try {
            if (thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                store.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package town.nagar.ingestion;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.ingestion.anomalies.Histories;

/** Keeps the sensors' histories on disk from time to time and at the end. */
final class HistoryKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryKeeper.class);

    private final Histories histories;
    private final Path file;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("history-keeper").factory());

    private HistoryKeeper(Histories histories, Path file) {
        this.histories = histories;
        this.file = file;
    }

    static HistoryKeeper start(Histories histories, Path file, Duration every) {
        histories.load(file);
        HistoryKeeper keeper = new HistoryKeeper(histories, file);
        long millis = every.toMillis();
        var _ =
                keeper.timer.scheduleWithFixedDelay(
                        keeper::save, millis, millis, TimeUnit.MILLISECONDS);
        return keeper;
    }

    private void save() {
        try {
            histories.save(file);
        } catch (IOException | RuntimeException e) {
            LOG.warn("sensor histories cannot be kept", e);
        }
    }

    @Override
    public void close() {
        timer.shutdown();
        save();
    }
}

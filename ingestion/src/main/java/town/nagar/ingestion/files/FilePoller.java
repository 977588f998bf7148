package town.nagar.ingestion.files;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.ingestion.door.Door;
import town.nagar.ingestion.files.Journal.Progress;
import town.nagar.ingestion.limits.RateLimits;
import town.nagar.ingestion.mapping.MappingException;
import town.nagar.kit.health.Health;
import town.nagar.kit.health.HealthPart;

/**
 * Takes in what is put into {@code inbox/{domain}/}: CSV, workbooks and JSON lines, plain or
 * gzipped. A file moves to {@code done} when Kafka has all of it, to {@code failed} when nothing of
 * it could be read; rows that were refused are listed beside it.
 */
public final class FilePoller implements AutoCloseable, HealthPart {
    private static final Logger LOG = LoggerFactory.getLogger(FilePoller.class);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(5);

    private final FileSettings settings;
    private final Inbox inbox;
    private final Journal journal;
    private final FileIntake intake;
    private final Door door;
    private final InstantSource clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private volatile String trouble = "";

    private FilePoller(
            FileSettings settings,
            Path dataDir,
            Door door,
            RateLimits limits,
            InstantSource clock) {
        this.settings = settings;
        this.door = door;
        this.clock = clock;
        inbox = new Inbox(dataDir, settings.quietFor());
        journal = new Journal(dataDir.resolve("ingestion").resolve("files"));
        intake =
                new FileIntake(
                        settings, dataDir.resolve("mappings"), journal, door, limits, closed);
        thread = Thread.ofPlatform().daemon().name("file-poller").unstarted(this::run);
    }

    /** Starts to watch the inbox in a data folder. */
    public static FilePoller start(
            FileSettings settings,
            Path dataDir,
            Door door,
            RateLimits limits,
            InstantSource clock) {
        FilePoller poller = new FilePoller(settings, dataDir, door, limits, clock);
        poller.thread.start();
        return poller;
    }

    private void run() {
        try {
            while (!closed.await(settings.every().toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        try {
            inbox.make();
            if (door.isOpen()) {
                for (Inbox.Arrived arrived : inbox.arrived(clock.instant())) {
                    take(arrived);
                }
            }
            trouble = "";
        } catch (FileIntake.StoppedException e) {
            LOG.debug("files stopped, to be resumed");
        } catch (IOException | RuntimeException e) {
            trouble = "the inbox cannot be used";
            LOG.error("inbox cannot be used", e);
        }
    }

    private void take(Inbox.Arrived arrived)
            throws IOException, InterruptedException, FileIntake.StoppedException {
        Progress progress;
        try {
            progress = intake.take(arrived);
        } catch (MappingException e) {
            FileIntake.noteFailure(arrived.file(), String.valueOf(e.getMessage()));
            end(arrived, false, journal.read(arrived));
            return;
        }
        end(arrived, progress.taken() > 0 || progress.refused() == 0, progress);
    }

    private void end(Inbox.Arrived arrived, boolean good, Progress progress) throws IOException {
        Path target = inbox.move(arrived, good, clock.instant());
        journal.forget(arrived);
        (good ? done : failed).incrementAndGet();
        LOG.info(
                "file ended file={} result={} taken={} refused={}",
                target.getFileName(),
                good ? "done" : "failed",
                progress.taken(),
                progress.refused());
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public Health check() {
        return trouble.isEmpty()
                ? Health.up(Map.of("files_done", done.get(), "files_failed", failed.get()))
                : Health.degraded(trouble);
    }

    /** Stops after the rows under way; the next start goes on behind them. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(PATIENCE_AT_CLOSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

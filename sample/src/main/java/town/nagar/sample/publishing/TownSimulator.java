package town.nagar.sample.publishing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.sample.folder.TownFolder;
import town.nagar.sample.sensing.LastingDrift;
import town.nagar.sample.sensing.SensorSimulator;

/**
 * Keeps a town's simulated sensors talking in a thread of its own.
 *
 * <p>First the newest reading of each sensor, so that there is something to see; then what is
 * missing of the last 48 hours, oldest first, while new readings go out as they fall due.
 */
public final class TownSimulator implements AutoCloseable {
    /** How far back a start looks. */
    public static final Duration HISTORY = Duration.ofDays(2);

    private static final Logger LOG = LoggerFactory.getLogger(TownSimulator.class);
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(3);

    private final Broadcast broadcast;
    private final MqttPublisher publisher;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;

    private TownSimulator(Broadcast broadcast, MqttPublisher publisher) {
        this.broadcast = broadcast;
        this.publisher = publisher;
        this.thread = Thread.ofVirtual().name("town-simulator").unstarted(this::run);
    }

    /**
     * Starts to publish; returns at once, also while the broker is away.
     *
     * @param stateFile keeps how far it came; is made if missing
     * @param drift a sensor that drifts for good, or {@link LastingDrift#NONE}
     * @param speed 1 sends what is missing at up to 10,000 readings a second; more replays it at so
     *     many times the real time; the present is never run past
     * @throws IllegalArgumentException if the speed is below 1
     * @throws IOException if the state file cannot be read or holds no time
     */
    public static TownSimulator start(
            TownFolder town,
            MqttTarget target,
            Path stateFile,
            LastingDrift drift,
            double speed,
            InstantSource clock)
            throws IOException {
        if (!(speed >= 1)) {
            throw new IllegalArgumentException("speed %s: 1 or more".formatted(speed));
        }
        SensorSimulator simulator =
                SensorSimulator.of(town, town.info().seed(), new KnownFireworks(), drift);
        ProgressFile progress = new ProgressFile(stateFile);
        Instant now = clock.instant();
        Instant from = resumeAt(progress, now);
        MqttPublisher publisher = new MqttPublisher(target, "simulator-" + town.info().id());
        Broadcast broadcast =
                new Broadcast(simulator, publisher::publish, progress, from, now, speed, clock);
        TownSimulator running = new TownSimulator(broadcast, publisher);
        running.thread.start();
        return running;
    }

    private static Instant resumeAt(ProgressFile progress, Instant now) throws IOException {
        Instant earliest = now.minus(HISTORY);
        Instant kept = progress.find().orElse(earliest);
        if (kept.isAfter(now)) {
            return now;
        }
        return kept.isBefore(earliest) ? earliest : kept;
    }

    private void run() {
        try {
            publisher.connect();
            broadcast.announce();
            Duration rest = Duration.ZERO;
            while (!stop.await(rest.toMillis(), TimeUnit.MILLISECONDS)) {
                rest = broadcast.step();
            }
        } catch (InterruptedException _) {
            LOG.info("simulator interrupted");
        } catch (IOException e) {
            LOG.error("simulator stopped: its state file cannot be written", e);
        }
    }

    /** Readings handed to the broker, repeats included. */
    public long published() {
        return publisher.published();
    }

    /** Readings that the broker acknowledged. */
    public long acknowledged() {
        return publisher.acknowledged();
    }

    /** Readings whose sending failed; each was sent again. */
    public long failed() {
        return publisher.failed();
    }

    /** Whether all of the last 48 hours has been acknowledged. */
    public boolean isUpToDate() {
        return broadcast.isUpToDate();
    }

    /** Stops after the messages in flight, but waits three seconds at most, and for no broker. */
    @Override
    public void close() {
        stop.countDown();
        try {
            if (!publisher.isConnected() || !thread.join(TIME_TO_STOP)) {
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        publisher.close();
    }
}

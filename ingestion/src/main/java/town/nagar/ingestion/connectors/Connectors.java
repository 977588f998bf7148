package town.nagar.ingestion.connectors;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.ingestion.door.Door;
import town.nagar.kit.health.Health;
import town.nagar.kit.health.HealthPart;

/** Asks each configured system on its schedule; later and later while it fails. */
public final class Connectors implements AutoCloseable, HealthPart {
    private static final Logger LOG = LoggerFactory.getLogger(Connectors.class);
    private static final Duration UNTIL_OPEN = Duration.ofSeconds(2);
    private static final int THREADS = 2;

    private final ConnectorSettings settings;
    private final Fetcher fetcher;
    private final Door door;
    private final RandomGenerator random;
    private final List<Scheduled> all;
    private final ScheduledExecutorService timer =
            Executors.newScheduledThreadPool(
                    THREADS, Thread.ofPlatform().daemon().name("connectors-", 0).factory());

    /** A connector and how it goes. */
    private static final class Scheduled {
        private final Connector connector;
        private final AtomicInteger failures = new AtomicInteger();
        private volatile String trouble = "";

        private Scheduled(Connector connector) {
            this.connector = connector;
        }
    }

    private Connectors(
            ConnectorSettings settings,
            Path dataDir,
            Door door,
            InstantSource clock,
            RandomGenerator random) {
        this.settings = settings;
        this.fetcher = new Fetcher(settings, clock);
        this.door = door;
        this.random = random;
        Path mappings = dataDir.resolve("mappings");
        all =
                ConnectorSpec.read(dataDir.resolve("connectors.yaml")).stream()
                        .map(spec -> new Connector(spec, settings, fetcher, door, mappings))
                        .map(Scheduled::new)
                        .toList();
    }

    /**
     * Starts the connectors of {@code connectors.yaml} in the data folder.
     *
     * @param random spreads the questions, so that many towns do not ask at the same moment
     */
    public static Connectors start(
            ConnectorSettings settings,
            Path dataDir,
            Door door,
            InstantSource clock,
            RandomGenerator random,
            MeterRegistry meters) {
        Connectors connectors = new Connectors(settings, dataDir, door, clock, random);
        for (Scheduled each : connectors.all) {
            Gauge.builder("nagar.ingestion.connector.up", each, c -> c.failures.get() == 0 ? 1 : 0)
                    .description("whether the connector's last round succeeded")
                    .tag("connector", each.connector.spec().name())
                    .register(meters);
            connectors.schedule(each, Duration.ZERO);
        }
        return connectors;
    }

    private void schedule(Scheduled each, Duration pause) {
        if (!timer.isShutdown()) {
            var _ = timer.schedule(() -> run(each), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void run(Scheduled each) {
        if (!door.isOpen()) {
            schedule(each, UNTIL_OPEN);
            return;
        }
        String name = each.connector.spec().name();
        Duration pause = each.connector.spec().every();
        try {
            int records = each.connector.ask();
            each.failures.set(0);
            each.trouble = "";
            LOG.info("connector asked connector={} records={}", name, records);
        } catch (FetchException e) {
            pause = failed(each, e.getMessage() == null ? "failed" : e.getMessage());
            pause = e.retryAfter().compareTo(pause) > 0 ? e.retryAfter() : pause;
            LOG.warn("connector failed connector={} cause={}", name, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (RuntimeException e) {
            pause = failed(each, "its answer could not be read");
            LOG.error("connector failed connector={}", name, e);
        }
        schedule(each, jittered(pause));
    }

    private Duration failed(Scheduled each, String trouble) {
        each.trouble = trouble;
        return backOff(
                settings.firstPause(),
                each.failures.incrementAndGet(),
                each.connector.spec().every());
    }

    /** The first pause doubled with each failure, at most the usual interval. */
    static Duration backOff(Duration first, int failures, Duration most) {
        Duration pause = first.multipliedBy(1L << Math.min(20, failures - 1));
        return pause.compareTo(most) > 0 ? most : pause;
    }

    /** Up to a tenth longer. */
    private Duration jittered(Duration pause) {
        return pause.plusMillis((long) (pause.toMillis() * 0.1 * random.nextDouble()));
    }

    @Override
    public String name() {
        return "connectors";
    }

    @Override
    public Health check() {
        Map<String, Object> states = new TreeMap<>();
        all.forEach(each ->
                states.put(
                        each.connector.spec().name(),
                        each.trouble.isEmpty() ? "up" : each.trouble));
        boolean good = all.stream().allMatch(each -> each.trouble.isEmpty());
        return good
                ? Health.up(states)
                : new Health(Health.State.DEGRADED, "some systems do not answer well", states);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        fetcher.close();
    }
}

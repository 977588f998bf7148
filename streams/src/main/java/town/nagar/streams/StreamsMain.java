package town.nagar.streams;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.contracts.Domain;
import town.nagar.streams.cluster.BackPressureWatch;
import town.nagar.streams.cluster.HealthServer;
import town.nagar.streams.cluster.LocalCluster;
import town.nagar.streams.jobs.DomainJobs;

/**
 * Starts the stream jobs.
 *
 * <p>{@code StreamsMain [--domains traffic,water]} runs them on a cluster in this process, until it
 * is told to stop. {@code StreamsMain --domain traffic} adds one job to the cluster that runs this
 * class: {@code flink run}.
 */
public final class StreamsMain {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsMain.class);
    private static final int STOP_SECONDS = 40;

    private StreamsMain() {}

    /** Exit status 2 is bad arguments or settings, 1 that a job ended. */
    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        try {
            run(List.of(arguments), StreamsSettings.of(environment));
        } catch (IllegalArgumentException e) {
            LOG.error("cannot start: {}", e.getMessage());
            System.exit(2);
        } catch (Exception e) { // Flink's threads would keep a broken process alive
            LOG.error("cannot go on", e);
            System.exit(1);
        }
    }

    private static void run(List<String> arguments, StreamsSettings settings) throws Exception {
        if (arguments.isEmpty()) {
            runHere(settings, List.of(Domain.values()));
        } else if (arguments.size() == 2 && arguments.getFirst().equals("--domains")) {
            runHere(settings, domains(arguments.get(1)));
        } else if (arguments.size() == 2 && arguments.getFirst().equals("--domain")) {
            Domain domain = Domain.of(arguments.get(1));
            DomainJobs.environment(domain, settings).execute(domain.word());
        } else {
            throw new IllegalArgumentException(
                    "arguments are --domains LIST or --domain NAME, not " + arguments);
        }
    }

    private static List<Domain> domains(String list) {
        return Arrays.stream(list.split(",", -1)).map(Domain::of).distinct().toList();
    }

    private static void runHere(StreamsSettings settings, List<Domain> domains) throws Exception {
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(stop, stopped)));
        InstantSource clock = InstantSource.system();
        try (LocalCluster cluster = LocalCluster.start(settings, domains);
                BackPressureWatch _ = BackPressureWatch.start(settings.kafkaUrl(), domains, clock);
                HealthServer health = HealthServer.start(settings.httpPort(), cluster, clock)) {
            LOG.info(
                    "streams run domains={} health_port={} pages={}",
                    domains,
                    health.port(),
                    cluster.pages());
            stop.await();
        } finally {
            stopped.countDown();
        }
    }

    private static void stop(CountDownLatch stop, CountDownLatch stopped) {
        stop.countDown();
        try {
            boolean ended = stopped.await(STOP_SECONDS, TimeUnit.SECONDS);
            LOG.info("streams ended in_time={}", ended);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

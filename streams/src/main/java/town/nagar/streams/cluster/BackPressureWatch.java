package town.nagar.streams.cluster;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.contracts.Domain;
import town.nagar.contracts.KafkaAccess;
import town.nagar.contracts.Topics;
import town.nagar.contracts.alerts.AlertEvent;
import town.nagar.contracts.json.ContractJson;
import town.nagar.contracts.readings.StreamLag;

/**
 * Looks at all jobs: their back-pressure every ten seconds, for the alerts, and what waits in Kafka
 * for them every half second, by which ingestion keeps to their pace.
 */
public final class BackPressureWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackPressureWatch.class);
    private static final int SECONDS = 10;
    private static final int LAG_MILLIS = 500;

    private final BackPressure rule = new BackPressure();
    private final KafkaProducer<byte[], byte[]> producer;
    private final ScheduledExecutorService thread;

    private BackPressureWatch(KafkaProducer<byte[], byte[]> producer) {
        this.producer = producer;
        this.thread =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("back-pressure").factory());
    }

    /** Starts to look. */
    public static BackPressureWatch start(
            String bootstrap, List<Domain> jobs, InstantSource clock) {
        BackPressureWatch watch =
                new BackPressureWatch(
                        new KafkaProducer<>(
                                KafkaAccess.of(bootstrap),
                                new ByteArraySerializer(),
                                new ByteArraySerializer()));
        var _ =
                watch.thread.scheduleWithFixedDelay(
                        guarded(() -> watch.lookAtAll(jobs, clock)),
                        SECONDS,
                        SECONDS,
                        TimeUnit.SECONDS);
        var _ =
                watch.thread.scheduleWithFixedDelay(
                        guarded(() -> jobs.forEach(watch::tellLag)),
                        LAG_MILLIS,
                        LAG_MILLIS,
                        TimeUnit.MILLISECONDS);
        return watch;
    }

    /** A look that fails, as of a job that just ends, must not be the last. */
    private static Runnable guarded(Runnable look) {
        return () -> {
            try {
                look.run();
            } catch (RuntimeException e) {
                LOG.warn("jobs could not be looked at cause={}", e.toString());
            }
        };
    }

    private void tellLag(Domain job) {
        ReportedMetrics.pendingOf(job.word())
                .ifPresent(pending ->
                        send(Topics.STREAM_LAG, job.word(), new StreamLag(job, pending)));
    }

    private void lookAtAll(List<Domain> jobs, InstantSource clock) {
        for (Domain job : jobs) {
            rule.look(job, ReportedMetrics.backPressureOf(job.word()), clock.instant())
                    .ifPresent(this::tell);
        }
    }

    private void tell(AlertEvent alert) {
        LOG.warn("{} phase={} job={}", alert.rule(), alert.phase(), alert.domain().word());
        send(Topics.ALERTS, alert.placeId(), alert);
    }

    private void send(String topic, String key, Object contract) {
        var _ =
                producer.send(
                        new ProducerRecord<>(
                                topic,
                                key.getBytes(StandardCharsets.UTF_8),
                                ContractJson.write(contract)));
    }

    @Override
    public void close() {
        thread.shutdownNow();
        producer.close(java.time.Duration.ofSeconds(2));
    }
}

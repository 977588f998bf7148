package town.nagar.ingestion.pressure;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.StreamLag;

/**
 * Tells whether senders must wait, so that no more is acknowledged than the streams can store.
 *
 * <p>Safe for many threads.
 */
public final class StreamLags {
    private final PressureSettings settings;
    private final InstantSource clock;
    private final Map<Domain, JobLag> jobs = new ConcurrentHashMap<>();

    public StreamLags(PressureSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Takes in what a job tells of itself. */
    public void told(StreamLag lag) {
        jobs.compute(
                lag.job(),
                (job, known) ->
                        (known == null ? JobLag.unknown() : known)
                                .next(lag.pendingRecords(), clock.millis(), settings));
    }

    /** Whether some job is behind that will be closer soon. */
    public boolean mustWait() {
        long now = clock.millis();
        return jobs.values().stream().anyMatch(job -> job.isWaitedFor(now, settings));
    }

    /** Readings that wait in Kafka for a job, as it told last; 0 if it never did. */
    public long pending(Domain job) {
        JobLag known = jobs.get(job);
        return known == null ? 0 : known.pending();
    }
}

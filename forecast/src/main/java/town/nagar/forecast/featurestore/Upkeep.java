package town.nagar.forecast.featurestore;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import town.nagar.forecast.featurestore.offline.Compaction;
import town.nagar.kit.recurring.Recurring;

/** Has the past's features put together day by day, once an hour, on a thread of its own. */
final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration EVERY = Duration.ofHours(1);

    /** When the rest of the town has long started. */
    private static final Duration FIRST = Duration.ofMinutes(20);

    private final Compaction compaction;
    private final MeterRegistry meters;

    private Upkeep(Compaction compaction, MeterRegistry meters) {
        this.compaction = compaction;
        this.meters = meters;
    }

    /** Begins after a while, and returns at once. */
    static Recurring start(Compaction compaction, MeterRegistry meters) {
        // DuckDB would hold a virtual thread's carrier
        return Recurring.start(
                Thread.ofPlatform().name("features-upkeep").daemon(),
                FIRST,
                EVERY,
                new Upkeep(compaction, meters)::once);
    }

    private void once() {
        try {
            Compaction.Done done = compaction.run();
            count("days.written", done.written().size());
            count("objects.removed", done.removed().size());
            meters.counter("nagar.forecast.features.failures", "store", "offline")
                    .increment(done.failed());
            LOG.info(
                    "features put together days={} removed={} failed={}",
                    done.written().size(),
                    done.removed().size(),
                    done.failed());
        } catch (SdkException e) {
            LOG.warn("features not put together cause={}", e.toString());
            meters.counter("nagar.forecast.features.failures", "store", "offline").increment();
        }
    }

    private void count(String what, int by) {
        meters.counter("nagar.forecast.features." + what).increment(by);
    }
}

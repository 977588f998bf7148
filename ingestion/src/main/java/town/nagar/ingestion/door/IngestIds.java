package town.nagar.ingestion.door;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids that grow with time and fit the 53 bits that every JSON reader keeps: milliseconds since
 * 2025-01-01 (41 bits, to 2094), instance (4 bits), counter (8 bits; it borrows from the next
 * millisecond when one is full).
 */
public final class IngestIds {
    /** Most instances that can count side by side. */
    public static final int INSTANCES = 16;

    private static final long START_MILLIS = 1_735_689_600_000L;
    private static final int COUNTER_BITS = 8;
    private static final int INSTANCE_BITS = 4;

    private final InstantSource clock;
    private final int instance;
    private final AtomicLong last = new AtomicLong();

    /**
     * Ids of one instance.
     *
     * @throws IllegalArgumentException if the instance is not from 0 to 15
     */
    public IngestIds(InstantSource clock, int instance) {
        if (instance < 0 || instance >= INSTANCES) {
            throw new IllegalArgumentException(
                    "instance %d is not from 0 to %d".formatted(instance, INSTANCES - 1));
        }
        this.clock = clock;
        this.instance = instance;
    }

    /** The next id, above all given before. */
    public long next() {
        long now = (clock.millis() - START_MILLIS) << COUNTER_BITS;
        long count = last.updateAndGet(before -> Math.max(now, before + 1));
        long millis = count >> COUNTER_BITS;
        long counter = count & ((1 << COUNTER_BITS) - 1);
        return (millis << (INSTANCE_BITS + COUNTER_BITS))
                | ((long) instance << COUNTER_BITS)
                | counter;
    }
}

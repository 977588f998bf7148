package town.nagar.ingestion.door;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;

/**
 * Tells which readings came before within the window, by sensor, event time and values.
 *
 * <p>Two generations of open-addressed columns in each of 16 stripes; a generation is dropped whole
 * when it is older than the window, or early when it is full. A reading whose sending failed does
 * not count.
 */
final class RecentReadings {
    private static final int STRIPES = 16;
    private static final long LONG_AGO = Long.MIN_VALUE / 2;

    private final Stripe[] stripes = new Stripe[STRIPES];
    private final LongAdder corrections = new LongAdder();

    RecentReadings(Duration window, int maxReadings) {
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new Stripe(window.toMillis(), Math.max(64, maxReadings / STRIPES / 2));
        }
    }

    /**
     * Remembers a reading, unless the same came before.
     *
     * @param values a hash of the values: other values at the same time are a correction, which
     *     takes the earlier one's place and is counted
     * @param mine completed when this reading is in Kafka
     * @return empty if the reading is new or a correction, else what settles the earlier one
     */
    Optional<CompletableFuture<Void>> remember(
            int sensor,
            long eventMillis,
            long values,
            long nowMillis,
            CompletableFuture<Void> mine) {
        long hash = mix(eventMillis * 0x9E3779B97F4A7C15L + sensor);
        Stripe stripe = stripes[(int) (hash >>> 60)];
        synchronized (stripe) {
            return stripe.remember(hash, sensor, eventMillis, values, nowMillis, mine);
        }
    }

    /** Readings with other values than one of the same sensor and time shortly before. */
    long corrections() {
        return corrections.sum();
    }

    /** 64 bits of all values, in their order. */
    static long hash(double[] values) {
        long hash = values.length;
        for (double value : values) {
            hash = mix(hash + Double.doubleToLongBits(value));
        }
        return hash;
    }

    /** David Stafford's variant 13 of the MurmurHash3 finaliser. */
    static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private final class Stripe {
        private final long windowMillis;
        private final int maxReadings;
        private Generation young = new Generation(0);
        private Generation old = new Generation(0);

        private Stripe(long windowMillis, int maxReadings) {
            this.windowMillis = windowMillis;
            this.maxReadings = maxReadings;
        }

        private Optional<CompletableFuture<Void>> remember(
                long hash,
                int sensor,
                long event,
                long values,
                long now,
                CompletableFuture<Void> mine) {
            if (now - young.bornMillis > windowMillis || young.count >= maxReadings) {
                old = young;
                young = new Generation(now);
            }
            Optional<CompletableFuture<Void>> before =
                    find(young, hash, sensor, event, values, now)
                            .or(() -> find(old, hash, sensor, event, values, now));
            if (before.isEmpty()) {
                young.put(hash, sensor, event, values, now, mine);
            }
            return before;
        }

        private Optional<CompletableFuture<Void>> find(
                Generation in, long hash, int sensor, long event, long values, long now) {
            int slot = in.find(hash, sensor, event);
            if (slot < 0 || now - in.arrived[slot] > windowMillis) {
                return Optional.empty();
            }
            CompletableFuture<Void> before = in.settled[slot];
            if (before.isCompletedExceptionally()) {
                return Optional.empty();
            }
            if (in.values[slot] == values) {
                return Optional.of(before);
            }
            corrections.increment();
            in.arrived[slot] = LONG_AGO;
            return Optional.empty();
        }
    }

    /** Readings of one window's length; a slot is free if nothing settles it. */
    private static final class Generation {
        private final long bornMillis;
        private int count;
        private int[] sensors = new int[16];
        private long[] events = new long[16];
        private long[] values = new long[16];
        private long[] arrived = new long[16];
        private CompletableFuture<Void>[] settled = futures(16);

        private Generation(long bornMillis) {
            this.bornMillis = bornMillis;
        }

        @SuppressWarnings({"unchecked", "rawtypes"}) // Java makes no arrays of generic types
        private static CompletableFuture<Void>[] futures(int size) {
            return new CompletableFuture[size];
        }

        private int find(long hash, int sensor, long event) {
            int mask = sensors.length - 1;
            for (int slot = (int) hash & mask; settled[slot] != null; slot = (slot + 1) & mask) {
                if (sensors[slot] == sensor && events[slot] == event) {
                    return slot;
                }
            }
            return -1;
        }

        private void put(
                long hash,
                int sensor,
                long event,
                long hashOfValues,
                long now,
                CompletableFuture<Void> done) {
            int known = find(hash, sensor, event);
            if (known < 0 && 2 * ++count > sensors.length) {
                grow();
            }
            int mask = sensors.length - 1;
            int slot = known >= 0 ? known : (int) hash & mask;
            while (known < 0 && settled[slot] != null) {
                slot = (slot + 1) & mask;
            }
            sensors[slot] = sensor;
            events[slot] = event;
            values[slot] = hashOfValues;
            arrived[slot] = now;
            settled[slot] = done;
        }

        private void grow() {
            Generation larger = new Generation(bornMillis);
            larger.resize(sensors.length * 2);
            for (int i = 0; i < sensors.length; i++) {
                if (settled[i] != null) {
                    long hash = mix(events[i] * 0x9E3779B97F4A7C15L + sensors[i]);
                    larger.put(hash, sensors[i], events[i], values[i], arrived[i], settled[i]);
                }
            }
            sensors = larger.sensors;
            events = larger.events;
            values = larger.values;
            arrived = larger.arrived;
            settled = larger.settled;
        }

        private void resize(int size) {
            sensors = new int[size];
            events = new long[size];
            values = new long[size];
            arrived = new long[size];
            settled = futures(size);
        }
    }
}

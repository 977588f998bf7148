package town.nagar.checks.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for a condition. */
public final class Await {
    private static final long MILLIS_BETWEEN_LOOKS = 50;
    private static final long SECONDS_OF_REST = 10;
    private static final Duration PATIENCE_FOR_REST = Duration.ofMinutes(20);

    private Await() {}

    /**
     * Returns once the condition holds.
     *
     * @throws IllegalStateException if it does not within the time; says what was awaited
     */
    public static void until(String what, Duration patience, BooleanSupplier condition)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "waited %d s in vain until %s".formatted(patience.toSeconds(), what));
            }
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_LOOKS);
        }
    }

    /** Returns once the town has done what there was to do: it takes half a core at most. */
    static void rest(TownUnderTest town) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_FOR_REST.toNanos();
        double before = town.processes().cpuSeconds();
        while (System.nanoTime() < end) {
            TimeUnit.SECONDS.sleep(SECONDS_OF_REST);
            double now = town.processes().cpuSeconds();
            if (now - before < SECONDS_OF_REST * 0.5) {
                return;
            }
            before = now;
        }
        throw new IllegalStateException("the town is busy after " + PATIENCE_FOR_REST);
    }
}

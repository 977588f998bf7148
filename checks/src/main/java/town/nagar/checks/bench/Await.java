package town.nagar.checks.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for a condition. */
public final class Await {
    private static final long MILLIS_BETWEEN_LOOKS = 50;

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
}
